package io.tierlens.attribution.table;

import static java.util.Objects.requireNonNull;

/**
 * One figure of what changed between two runs: a row of table comparison.
 *
 * @param windowName null for the whole runs
 * @param endpoint null for all requests
 * @param lowUs null where refused, and where the figure is no time
 * @param significant null without an interval
 * @param refusal key of {@link io.tierlens.attribution.difference.Refusal}, or null
 */
public record Comparison(
    String baseline,
    String candidate,
    String windowName,
    String endpoint,
    String tier,
    String measure,
    String component,
    Double baselineUs,
    Double candidateUs,
    Double deltaUs,
    Double lowUs,
    Double highUs,
    Double baselineRatio,
    Double candidateRatio,
    Double ratio,
    Double ratioLow,
    Double ratioHigh,
    Integer confidencePercent,
    Boolean significant,
    Double coverage,
    Double expectedError,
    long baselineRequests,
    long candidateRequests,
    String refusal) {

  public Comparison {
    requireNonNull(baseline, "baseline is null");
    requireNonNull(candidate, "candidate is null");
  }
}
