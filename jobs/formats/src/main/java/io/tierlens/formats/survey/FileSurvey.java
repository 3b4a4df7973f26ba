package io.tierlens.formats.survey;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.record.Observations;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass over a whole file has found: the account of its lines, and what only the whole file
 * can tell.
 *
 * @param kind of log
 * @param bytes length as stored, every byte of it read
 * @param lines of the decompressed text
 * @param rows records, by table
 * @param firstTimeUs earliest instant of a record, microseconds since the epoch; null without any
 * @param lastTimeUs latest instant of a record, likewise
 * @param sha256 of the stored bytes, lower-case hex
 * @param contentSha256 of the decompressed text: equal for a log and its compressed copy
 * @param facts see {@link Observations#facts()}
 * @param learned see {@link Observations#learned()}
 */
public record FileSurvey(
    String kind,
    long bytes,
    long lines,
    Map<String, Long> rows,
    long recordLines,
    long continuationLines,
    long ignoredLines,
    long rejectedLines,
    Map<String, Long> ignored,
    Long firstTimeUs,
    Long lastTimeUs,
    String sha256,
    String contentSha256,
    Map<String, String> facts,
    Map<String, String> learned)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public FileSurvey {
    requireNonNull(kind, "kind is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(contentSha256, "contentSha256 is null");
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    learned = Collections.unmodifiableMap(new TreeMap<>(learned));
  }

  /** Rows over all tables. */
  public long totalRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether every line went to exactly one heap. */
  public boolean addsUp() {
    return lines == recordLines + continuationLines + ignoredLines + rejectedLines;
  }
}
