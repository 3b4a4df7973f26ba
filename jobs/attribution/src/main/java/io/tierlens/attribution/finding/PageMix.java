package io.tierlens.attribution.finding;

import io.tierlens.attribution.difference.Component;
import io.tierlens.attribution.difference.Difference;
import io.tierlens.attribution.difference.MeanSplit;
import io.tierlens.attribution.tier.Tier;

/** Slow pages are asked for more often; pages themselves are as fast as before. */
final class PageMix implements Rule {
  static final double MIX_PERCENT = 30;
  static final double MIX_PERCENT_AGAINST = 10;
  static final double ENDPOINTS_SLOWER_PERCENT_MOST = 20;
  static final double ENDPOINTS_SLOWER_PERCENT_AGAINST = 80;

  @Override
  public String name() {
    return "page-mix";
  }

  @Override
  public String nextExperiment() {
    return "Repeat both runs with the same list of pages, or compare page by page.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    return new Diagnosis()
        .key(
            mix(runs),
            Band.from(MIX_PERCENT).againstBelow(MIX_PERCENT_AGAINST),
            Measurement.ENDPOINTS)
        .sign(
            runs.endpointsSlower(),
            Band.upTo(ENDPOINTS_SLOWER_PERCENT_MOST)
                .againstAbove(ENDPOINTS_SLOWER_PERCENT_AGAINST));
  }

  private static Figure mix(Pair runs) {
    Double addedMs = runs.addedMs();
    if (addedMs == null
        || runs.before().endpoints().isEmpty()
        || runs.after().endpoints().isEmpty()) {
      return Figure.of(Measure.MIX_SHARE, null);
    }
    MeanSplit split =
        Difference.split(
            runs.before().endpoints(), runs.after().endpoints(), runs.after().window());
    double mixMs = split.sumUs(Tier.REQUEST.label(), Component.MIX) / 1e3;
    return Figure.share(Measure.MIX_SHARE, mixMs, addedMs);
  }
}
