package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * One row of table {@code endpoint_tier}. Times are microseconds per request.
 *
 * @param windowName null for the whole run
 * @param endpoint method and path with the variable parts folded
 * @param tier as in {@link RunTierRow}
 * @param meanUs nullable
 * @param lowUs nullable
 * @param highUs nullable
 * @param share nullable
 * @param requests requests in the mean
 * @param level how it was found
 * @param expectedError nullable
 * @param published false where the level does not carry the figure
 */
public record EndpointTierRow(
    String windowName,
    String endpoint,
    String tier,
    Double meanUs,
    Double lowUs,
    Double highUs,
    Double share,
    long requests,
    String level,
    Double expectedError,
    boolean published) {

  /** Refuses nulls. */
  public EndpointTierRow {
    requireNonNull(endpoint, "endpoint");
    requireNonNull(tier, "tier");
    requireNonNull(level, "level");
  }
}
