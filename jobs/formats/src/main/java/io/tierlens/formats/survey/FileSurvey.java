package io.tierlens.formats.survey;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Map;

/**
 * What one pass over a whole file has found: the account of its lines, and what only the whole file
 * can tell.
 *
 * @param kind of log
 * @param digest of its bytes
 * @param text what all of its lines are, those of the decompressed text
 */
public record FileSurvey(String kind, FileDigest digest, PartSurvey text) implements Serializable {

  private static final long serialVersionUID = 1;

  public FileSurvey {
    requireNonNull(kind, "kind is null");
    requireNonNull(digest, "digest is null");
    requireNonNull(text, "text is null");
  }

  /** Length as stored, every byte of it read. */
  public long bytes() {
    return digest.bytes();
  }

  public long lines() {
    return text.lines();
  }

  /** Records, by table. */
  public Map<String, Long> rows() {
    return text.rows();
  }

  /** Rows over all tables. */
  public long totalRows() {
    return rows().values().stream().mapToLong(Long::longValue).sum();
  }

  public long rejectedLines() {
    return text.rejectedLines();
  }

  /** Whether every line went to exactly one heap. */
  public boolean addsUp() {
    return text.lines()
        == text.recordLines()
            + text.continuationLines()
            + text.ignoredLines()
            + text.rejectedLines();
  }
}
