package io.tierlens.pipeline.export;

import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.pipeline.queries.TimeRange;

/**
 * What is to be exported.
 *
 * @param window only requests that start in it; null for all
 * @param limit at most so many requests, the first ones; null for all
 * @param statedProbability ties below are left out, whatever the run's level tells; null for {@link
 *     #DEFAULT_PROBABILITY}, and for none of a run whose level does not tell single requests
 * @param statements statements with their literals, not fingerprints
 */
public record ExportChoice(
    String window, TimeRange range, Integer limit, Double statedProbability, boolean statements) {

  /** As sure as a run's ties must be for its single requests to be told at all. */
  public static final double DEFAULT_PROBABILITY = QueryTies.SHARE_OF_REQUESTS;

  /** Ties below are left out. */
  public double leastProbability() {
    return statedProbability == null ? DEFAULT_PROBABILITY : statedProbability;
  }
}
