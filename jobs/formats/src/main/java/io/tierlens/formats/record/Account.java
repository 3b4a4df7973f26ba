package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Where the lines of one file went. Every line that a reader takes is put into exactly one of four
 * heaps, so that in the end {@code lines = record + continuation + ignored + rejected}.
 */
public final class Account {
  private final Consumer<Reject> rejects;
  private final Map<String, Long> ignored = new TreeMap<>();
  private long recordLines;
  private long continuationLines;
  private long ignoredLines;
  private long rejectedLines;

  /**
   * An empty account.
   *
   * @param rejects is given each reject as it is found
   */
  public Account(Consumer<Reject> rejects) {
    this.rejects = requireNonNull(rejects, "rejects is null");
  }

  /** A line that began a record, or held one or more records whole. */
  public void recordLine() {
    recordLines++;
  }

  /** Further lines of a record whose first line has been counted. */
  public void continuation(long lines) {
    continuationLines += lines;
  }

  /**
   * Lines that by their format hold no record.
   *
   * @param kind what they are, in a few words: "column header", "internal dummy connection"
   */
  public void ignore(String kind, long lines) {
    ignoredLines += lines;
    ignored.merge(kind, lines, Long::sum);
  }

  public void ignore(String kind) {
    ignore(kind, 1);
  }

  public void reject(Reject reject) {
    rejectedLines += reject.lines();
    rejects.accept(reject);
  }

  public long recordLines() {
    return recordLines;
  }

  public long continuationLines() {
    return continuationLines;
  }

  public long ignoredLines() {
    return ignoredLines;
  }

  public long rejectedLines() {
    return rejectedLines;
  }

  /** Ignored lines by kind, in the kinds' alphabetical order. */
  public Map<String, Long> ignoredByKind() {
    return Collections.unmodifiableMap(ignored);
  }

  /** Lines accounted for. */
  public long lines() {
    return recordLines + continuationLines + ignoredLines + rejectedLines;
  }
}
