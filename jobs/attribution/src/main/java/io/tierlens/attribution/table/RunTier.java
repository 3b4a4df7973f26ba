package io.tierlens.attribution.table;

import java.util.List;

/**
 * Mean time of a request by tier: a row of table run_tier. The means of web, app and db (or web_app
 * and db) add up to that of request.
 *
 * @param windowName null for the whole run
 * @param meanUs null where the logs give bounds or nothing
 * @param lowUs lower end of what the logs allow for the mean, 95 percent
 * @param highUs upper end; null when there is none
 * @param batchMeanUs means over contiguous batches of equal time; empty when the run is too short
 */
public record RunTier(
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

  public RunTier {
    batchMeanUs = List.copyOf(batchMeanUs);
  }
}
