package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import java.util.List;
import java.util.function.IntPredicate;

/** Makes the rows beyond the mean: quantiles by tier, the shift and the spread. */
final class SpreadRows {
  /** The window of the 99 percent quantile then holds so many hundredths of this. */
  private static final int FEWEST_FOR_P99 = 2000;

  /** Shorter samples have no 95 percent quantile to speak of. */
  private static final int FEWEST_FOR_P95 = 60;

  private final Pair pair;
  private final Rows rows;

  SpreadRows(Pair pair, Rows rows) {
    this.pair = pair;
    this.rows = rows;
  }

  void quantiles() {
    int fewest = Math.min(pair.baseline().size(), pair.candidate().size());
    if (fewest > 0) {
      quantile(Measure.P50, 0.5);
    }
    if (fewest >= FEWEST_FOR_P95) {
      quantile(Measure.P95, 0.95);
    }
    if (fewest >= FEWEST_FOR_P99) {
      quantile(Measure.P99, 0.99);
    }
  }

  private void quantile(Measure measure, double q) {
    List<Tier> tiers = Sample.requestAnd(Sample.commonTiers(pair.baseline(), pair.candidate()));
    RankWindow ranks = new RankWindow(q);
    double[] before = ranks.of(Part.whole(pair.baseline()), tiers);
    double[] after = ranks.of(Part.whole(pair.candidate()), tiers);
    List<BatchComparison> found =
        pair.compare((b, c) -> minus(ranks.of(c, tiers), ranks.of(b, tiers)));
    for (int t = 0; t < tiers.size(); t++) {
      rows.row(measure, Component.TOTAL, tiers.get(t))
          .figures(before[t], after[t])
          .judged(found.get(t))
          .add();
    }
  }

  private static double[] minus(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  /** Shift and spread of all requests, then of each endpoint with enough of them in both runs. */
  void shiftAndSpread(Cells cells) {
    add(null, pair.baseline().size(), pair.candidate().size(), i -> true, i -> true);
    for (int e = 0; cells != null && e < cells.endpoints().size(); e++) {
      long before = cells.baselineRequests(e);
      long after = cells.candidateRequests(e);
      // The tail is many pages: its spread is none of a page.
      boolean page = !cells.endpoints().get(e).equals(EndpointTail.NAME);
      if (page && Math.min(before, after) >= MeanRows.FEWEST) {
        add(cells.endpoints().get(e), before, after, cells.inBaseline(e), cells.inCandidate(e));
      }
    }
  }

  private void add(
      String endpoint, long before, long after, IntPredicate inBase, IntPredicate inCandidate) {
    BatchComparison shift =
        pair.compare((b, c) -> new double[] {HodgesLehmann.of(b, c, inBase, inCandidate)}).get(0);
    rows.row(Measure.SHIFT, Component.TOTAL, Tier.REQUEST)
        .endpoint(endpoint, before, after)
        .judged(shift)
        .add();
    Variation base = Variation.of(Part.whole(pair.baseline()), inBase);
    Variation candidate = Variation.of(Part.whole(pair.candidate()), inCandidate);
    List<BatchComparison> ratios =
        pair.compare(
            (b, c) -> Variation.logRatios(Variation.of(b, inBase), Variation.of(c, inCandidate)));
    rows.row(Measure.VARIATION, Component.TOTAL, Tier.REQUEST)
        .endpoint(endpoint, before, after)
        .ratios(base.variation(), candidate.variation())
        .judgedRatio(ratios.get(0))
        .add();
    rows.row(Measure.TAIL_RATIO, Component.TOTAL, Tier.REQUEST)
        .endpoint(endpoint, before, after)
        .ratios(base.tailRatio(), candidate.tailRatio())
        .judgedRatio(ratios.get(1))
        .add();
  }
}
