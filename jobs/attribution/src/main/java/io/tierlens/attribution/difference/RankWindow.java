package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.Tier;
import java.util.List;

/**
 * A quantile that its tiers add up to: the mean over the requests whose rank by total time is near
 * it. Quantiles of single tiers do not add up, as the slowest requests of one tier are not those of
 * another.
 */
final class RankWindow {
  /** Ranks to both sides that count, of all. */
  private static final double HALF_WIDTH = 0.03;

  /** Share of the ranks beyond the quantile that count; the very last say little of it. */
  private static final double OF_THE_REST = 0.6;

  private final double from;
  private final double to;

  RankWindow(double quantile) {
    double half = Math.min(HALF_WIDTH, OF_THE_REST * (1 - quantile));
    this.from = quantile - half;
    this.to = quantile + half;
  }

  /** Mean of each tier near the quantile of the total; NaN where the part is empty. */
  double[] of(Part part, List<Tier> tiers) {
    Sample sample = part.sample();
    int n = 0;
    for (int i = 0; i < sample.size(); i++) {
      n += part.has(i) ? 1 : 0;
    }
    double[][] columns = new double[tiers.size()][];
    for (int t = 0; t < columns.length; t++) {
      columns[t] = sample.tier(tiers.get(t));
    }
    double[] sums = new double[columns.length];
    double weight = 0;
    int rank = 0;
    for (int place = 0; place < sample.size(); place++) {
      int i = sample.byDuration(place);
      if (!part.has(i)) {
        continue;
      }
      // A request stands for the ranks from its own to the next one's; some only in part.
      double inside = Math.min(to * n, rank + 1.0) - Math.max(from * n, rank);
      if (inside > 0) {
        weight += inside;
        for (int t = 0; t < columns.length; t++) {
          sums[t] += inside * columns[t][i];
        }
      }
      rank++;
    }
    for (int t = 0; t < sums.length; t++) {
      sums[t] /= weight;
    }
    return sums;
  }
}
