package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How one endpoint's mean moved between baseline and candidate. Times are microseconds.
 *
 * @param endpoint method and path with the variable parts folded
 * @param baselineRequests requests in the baseline
 * @param candidateRequests requests in the candidate
 * @param baselineMeanUs mean in the baseline
 * @param candidateMeanUs mean in the candidate
 * @param deltaUs candidateMeanUs less baselineMeanUs
 * @param relative deltaUs over baselineMeanUs; null when that is 0
 * @param contributionUs what the move adds to the mean of all requests, at the mean of both mixes
 * @param tiers the parts of deltaUs that may be published
 */
public record EndpointMove(
    String endpoint,
    long baselineRequests,
    long candidateRequests,
    double baselineMeanUs,
    double candidateMeanUs,
    double deltaUs,
    Double relative,
    double contributionUs,
    List<TierMove> tiers) {

  /**
   * The part of one tier.
   *
   * @param tier the tier
   * @param deltaUs candidate's mean less baseline's
   */
  public record TierMove(Tier tier, double deltaUs) {}

  /** Copies the list. */
  public EndpointMove {
    requireNonNull(endpoint, "endpoint");
    tiers = List.copyOf(tiers);
  }
}
