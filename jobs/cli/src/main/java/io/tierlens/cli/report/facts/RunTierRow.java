package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One row of table {@code run_tier}. Times are microseconds per request.
 *
 * @param windowName null for the whole run
 * @param tier request, web, app, db, web_app or static
 * @param meanUs nullable
 * @param lowUs lower end of what the logs allow for the mean, nullable
 * @param highUs upper end, null when there is none
 * @param share of the mean of tier request, 0 to 1, nullable
 * @param requests requests in the mean
 * @param stddevUs nullable
 * @param p50Us nullable
 * @param p95Us nullable
 * @param p99Us nullable
 * @param batchMeanUs means over contiguous batches of equal time; empty when the run is too short
 * @param level how it was found
 * @param expectedError expected relative error from tying, nullable
 * @param published false where the level does not carry the figure
 */
public record RunTierRow(
    String windowName,
    String tier,
    Double meanUs,
    Double lowUs,
    Double highUs,
    Double share,
    long requests,
    Double stddevUs,
    Double p50Us,
    Double p95Us,
    Double p99Us,
    List<Double> batchMeanUs,
    String level,
    Double expectedError,
    boolean published) {

  /** Copies the list. */
  public RunTierRow {
    requireNonNull(tier, "tier");
    requireNonNull(level, "level");
    batchMeanUs = List.copyOf(batchMeanUs);
  }
}
