package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * What could not be read, counted by file and reason.
 *
 * @param file path as named in the run folder
 * @param kind kind of log, or unknown
 * @param reason what is wrong
 * @param rejects how many
 * @param lines lines that they cover
 */
public record RejectCount(String file, String kind, String reason, long rejects, long lines) {

  /** Refuses nulls. */
  public RejectCount {
    requireNonNull(file, "file");
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
  }
}
