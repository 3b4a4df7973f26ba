package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * What one class of statements took during the requests of a run or of a window: as much of it as
 * the slow log holds.
 *
 * @param windowName null for the whole run
 * @param fingerprintId as in table query
 * @param fingerprint the statement without its literals
 * @param queries statements logged
 * @param totalUs their time together, microseconds
 */
public record StatementRow(
    String windowName, String fingerprintId, String fingerprint, long queries, long totalUs) {

  /** Refuses a missing class. */
  public StatementRow {
    requireNonNull(fingerprintId, "fingerprintId");
    requireNonNull(fingerprint, "fingerprint");
  }
}
