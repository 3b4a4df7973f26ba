package io.tierlens.cli.report.model;

import io.tierlens.cli.report.facts.EndpointTierRow;
import java.util.List;
import java.util.TreeMap;

/**
 * How much of the difference of two means comes from other endpoints being asked for. With shares p
 * and means m, the mix is the sum over endpoints of (p1 - p0) (m0 + m1) / 2, and what happened
 * within endpoints the sum of (p0 + p1) (m1 - m0) / 2; together they are the difference.
 *
 * @param withinUs within endpoints
 * @param mixUs by the mix
 */
record EndpointMix(double withinUs, double mixUs) {

  /** A mix below this share of the difference is not worth a reader's time. */
  private static final double NOTABLE = 0.1;

  private record Shares(double base, double baseMean, double candidate, double candidateMean) {}

  static EndpointMix between(List<EndpointTierRow> baseline, List<EndpointTierRow> candidate) {
    double baseTotal = total(baseline);
    double total = total(candidate);
    if (baseTotal == 0 || total == 0) {
      return new EndpointMix(0, 0);
    }
    TreeMap<String, Shares> shares = new TreeMap<>();
    for (EndpointTierRow row : baseline) {
      if (counts(row)) {
        shares.put(
            row.endpoint(), new Shares(row.requests() / baseTotal, row.meanUs(), 0, row.meanUs()));
      }
    }
    for (EndpointTierRow row : candidate) {
      if (counts(row)) {
        Shares base = shares.getOrDefault(row.endpoint(), new Shares(0, row.meanUs(), 0, 0));
        shares.put(
            row.endpoint(),
            new Shares(base.base(), base.baseMean(), row.requests() / total, row.meanUs()));
      }
    }
    double within = 0;
    double mix = 0;
    for (Shares s : shares.values()) {
      within += (s.base() + s.candidate()) / 2 * (s.candidateMean() - s.baseMean());
      mix += (s.candidate() - s.base()) * (s.baseMean() + s.candidateMean()) / 2;
    }
    return new EndpointMix(within, mix);
  }

  boolean matters() {
    return shareOfDelta() > NOTABLE;
  }

  /** Size of the mix over the size of both. */
  double shareOfDelta() {
    double both = Math.abs(withinUs) + Math.abs(mixUs);
    return both == 0 ? 0 : Math.abs(mixUs) / both;
  }

  private static double total(List<EndpointTierRow> rows) {
    return rows.stream().filter(EndpointMix::counts).mapToLong(EndpointTierRow::requests).sum();
  }

  static boolean counts(EndpointTierRow row) {
    return row.tier().equals(Tier.REQUEST.key()) && row.meanUs() != null && row.published();
  }
}
