package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * How exact the times of one kind of log are.
 *
 * @param kind kind of log
 * @param startSlackUs the largest start_slack_us of its rows
 * @param durationErrorUs the largest duration_error_us of its rows, null where durations are exact
 *     or there are none
 */
public record StampSlack(String kind, long startSlackUs, Long durationErrorUs) {

  /** Refuses nulls. */
  public StampSlack {
    requireNonNull(kind, "kind");
  }
}
