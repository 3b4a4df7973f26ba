package io.tierlens.attribution.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * Two samples that are compared. Any figure of their difference gets its interval in the same way:
 * computed anew without each of the batches (jackknife), which says how far it rests on each of
 * them; for a mean that is Welch's interval over the batches' means. Whether the runs carry an
 * interval at all is judged once, by their durations, and holds for all figures.
 */
final class Pair {
  private final Sample baseline;
  private final Sample candidate;
  private final Refusal refusal;

  Pair(Sample baseline, Sample candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.refusal = refusal(baseline, candidate);
  }

  private static Refusal refusal(Sample baseline, Sample candidate) {
    if (baseline.batches() == 0 || candidate.batches() == 0) {
      return Refusal.TOO_SHORT;
    }
    if (ChangePoints.changes(baseline) || ChangePoints.changes(candidate)) {
      return Refusal.CHANGES_MIDWAY;
    }
    return BatchComparison.drifts(baseline.batchMeans())
            || BatchComparison.drifts(candidate.batchMeans())
        ? Refusal.DRIFTING
        : null;
  }

  Sample baseline() {
    return baseline;
  }

  Sample candidate() {
    return candidate;
  }

  /** Why there are no intervals; null where there are. */
  Refusal refusal() {
    return refusal;
  }

  /** Compares each of the figures; a figure that is NaN is not there. */
  List<BatchComparison> compare(Statistic statistic) {
    double[] figures = statistic.of(Part.whole(baseline), Part.whole(candidate));
    return around(figures, statistic);
  }

  /** The same about figures that are known better than the samples tell. */
  List<BatchComparison> around(double[] figures, Statistic statistic) {
    List<BatchComparison> found = new ArrayList<>();
    double[][] before = null;
    double[][] after = null;
    if (refusal == null) {
      double[] whole = statistic.of(Part.whole(baseline), Part.whole(candidate));
      before = new double[whole.length][baseline.batches()];
      after = new double[whole.length][candidate.batches()];
      for (int b = 0; b < baseline.batches(); b++) {
        put(before, b, whole, statistic.of(new Part(baseline, b), Part.whole(candidate)));
      }
      for (int b = 0; b < candidate.batches(); b++) {
        put(after, b, whole, statistic.of(Part.whole(baseline), new Part(candidate, b)));
      }
    }
    for (int f = 0; f < figures.length; f++) {
      Double delta = Double.isFinite(figures[f]) ? figures[f] : null;
      if (delta == null) {
        found.add(BatchComparison.refused(null, Refusal.NO_FIGURE));
      } else if (refusal != null) {
        found.add(BatchComparison.refused(delta, refusal));
      } else {
        found.add(BatchComparison.judge(delta, before[f], after[f]));
      }
    }
    return found;
  }

  /** What one batch stands for: the whole as often as there are batches, less all the others. */
  private static void put(double[][] values, int b, double[] whole, double[] without) {
    for (int f = 0; f < whole.length; f++) {
      int batches = values[f].length;
      values[f][b] = batches * whole[f] - (batches - 1) * without[f];
    }
  }
}
