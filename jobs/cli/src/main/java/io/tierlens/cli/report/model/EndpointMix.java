package io.tierlens.cli.report.model;

import io.tierlens.attribution.difference.Component;
import io.tierlens.attribution.difference.MeanSplit;
import io.tierlens.attribution.table.EndpointTier;
import java.util.List;

/**
 * How much of the difference of two means comes from other endpoints being asked for.
 *
 * @param withinUs what happened within endpoints
 * @param mixUs by the mix
 */
record EndpointMix(double withinUs, double mixUs) {

  /** A mix below this share of the difference is not worth a reader's time. */
  private static final double NOTABLE = 0.1;

  static EndpointMix between(List<EndpointTier> baseline, List<EndpointTier> candidate) {
    List<EndpointTier> before = counted(baseline);
    List<EndpointTier> after = counted(candidate);
    if (before.isEmpty() || after.isEmpty()) {
      return new EndpointMix(0, 0);
    }
    MeanSplit split =
        io.tierlens.attribution.difference.Difference.split(
            before, after, before.get(0).windowName());
    return new EndpointMix(
        split.sumUs(Tier.REQUEST.key(), Component.WITHIN),
        split.sumUs(Tier.REQUEST.key(), Component.MIX));
  }

  boolean matters() {
    return shareOfDelta() > NOTABLE;
  }

  /** Size of the mix over the size of both. */
  double shareOfDelta() {
    double both = Math.abs(withinUs) + Math.abs(mixUs);
    return both == 0 ? 0 : Math.abs(mixUs) / both;
  }

  private static List<EndpointTier> counted(List<EndpointTier> rows) {
    return rows.stream().filter(EndpointMix::counts).toList();
  }

  static boolean counts(EndpointTier row) {
    return row.tier().equals(Tier.REQUEST.key()) && row.meanUs() != null && row.published();
  }
}
