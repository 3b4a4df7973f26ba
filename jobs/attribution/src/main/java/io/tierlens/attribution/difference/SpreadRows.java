package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the rows beyond the mean: quantiles by tier, deciles, the shift and the spread. */
final class SpreadRows {
  /** The window of the 99 percent quantile then holds so many hundredths of this. */
  private static final int FEWEST_FOR_P99 = 2000;

  /** Shorter samples have no 95 percent quantile to speak of. */
  private static final int FEWEST_FOR_P95 = 60;

  /** Shorter samples have less than two requests to each decile. */
  private static final int FEWEST_FOR_DECILES = 20;

  /** The median has rows by tier already. */
  private static final Map<Measure, Double> DECILES = deciles();

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

  /** Where whole requests moved: the same at all deciles, or at the slow ones alone. */
  void shape() {
    if (Math.min(pair.baseline().size(), pair.candidate().size()) < FEWEST_FOR_DECILES) {
      return;
    }
    double[] before = deciles(Part.whole(pair.baseline()));
    double[] after = deciles(Part.whole(pair.candidate()));
    List<BatchComparison> found = pair.compare((b, c) -> minus(deciles(c), deciles(b)));
    int d = 0;
    for (Measure measure : DECILES.keySet()) {
      rows.row(measure, Component.TOTAL, Tier.REQUEST)
          .figures(before[d], after[d])
          .judged(found.get(d))
          .add();
      d++;
    }
  }

  private static double[] deciles(Part part) {
    Sample sample = part.sample();
    double[] sorted = new double[sample.size()];
    int n = 0;
    for (int i : sample.byDuration()) {
      if (part.has(i)) {
        sorted[n++] = sample.totalUs(i);
      }
    }
    double[] deciles = new double[DECILES.size()];
    int d = 0;
    for (double quantile : DECILES.values()) {
      deciles[d++] = new RankWindow(quantile).of(sorted, n);
    }
    return deciles;
  }

  private static Map<Measure, Double> deciles() {
    Map<Measure, Double> deciles = new EnumMap<>(Measure.class);
    deciles.put(Measure.P10, 0.1);
    deciles.put(Measure.P20, 0.2);
    deciles.put(Measure.P30, 0.3);
    deciles.put(Measure.P40, 0.4);
    deciles.put(Measure.P60, 0.6);
    deciles.put(Measure.P70, 0.7);
    deciles.put(Measure.P80, 0.8);
    deciles.put(Measure.P90, 0.9);
    return Collections.unmodifiableMap(deciles);
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
    add(null, pair.baseline().byDuration(), pair.candidate().byDuration());
    for (int e = 0; cells != null && e < cells.endpoints().size(); e++) {
      int[] before = cells.inBaseline(e);
      int[] after = cells.inCandidate(e);
      // The tail is many pages: its spread is none of a page.
      boolean page = !cells.endpoints().get(e).equals(EndpointTail.NAME);
      if (page && Math.min(before.length, after.length) >= MeanRows.FEWEST) {
        add(cells.endpoints().get(e), before, after);
      }
    }
  }

  private void add(String endpoint, int[] inBase, int[] inCandidate) {
    long before = inBase.length;
    long after = inCandidate.length;
    BatchComparison shift =
        pair.compare((b, c) -> new double[] {HodgesLehmann.of(b, c, inBase, inCandidate)}).get(0);
    // Of coarse durations the shift is one of few values, the same whatever batch is left out.
    boolean coarse = shift.low() != null && shift.low().equals(shift.high()) && shift.delta() != 0;
    rows.row(Measure.SHIFT, Component.TOTAL, Tier.REQUEST)
        .endpoint(endpoint, before, after)
        .judged(coarse ? BatchComparison.refused(shift.delta(), Refusal.NOT_TOLD) : shift)
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
