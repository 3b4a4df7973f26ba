package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.Tier;
import java.util.Arrays;
import java.util.List;

/**
 * Compares requests with those that found as many others in the stack. Each stratum counts as far
 * as both runs have requests in it: where one run was busier all the time, there is nothing to
 * compare.
 */
final class Strata {
  /** Fewer requests of a run in a stratum tell nothing about it. */
  private static final int FEWEST = 20;

  /** One request to four, then half octaves of what an int can hold. */
  private static final int COUNT = 64;

  private final Sample baseline;
  private final int[] baselineStrata;
  private final int[] candidateStrata;

  private Strata(Sample baseline, Sample candidate) {
    this.baseline = baseline;
    this.baselineStrata = Arrays.stream(baseline.concurrency()).map(Strata::stratum).toArray();
    this.candidateStrata = Arrays.stream(candidate.concurrency()).map(Strata::stratum).toArray();
  }

  /** Rows of component equal_load: of each tier, or a single one that says why there is none. */
  static void add(Rows rows, Pair pair) {
    if (!pair.baseline().tellsConcurrency() || !pair.candidate().tellsConcurrency()) {
      rows.row(Measure.MEAN, Component.EQUAL_LOAD, Tier.REQUEST)
          .refused(null, Refusal.LOAD_NOT_TOLD)
          .add();
      return;
    }
    Strata strata = new Strata(pair.baseline(), pair.candidate());
    Part before = Part.whole(pair.baseline());
    Part after = Part.whole(pair.candidate());
    double overlap = strata.overlap(before, after);
    if (overlap == 0) {
      rows.row(Measure.MEAN, Component.EQUAL_LOAD, Tier.REQUEST)
          .coverage(0.0)
          .refused(null, Refusal.NO_COMMON_LOAD)
          .add();
      return;
    }
    List<Tier> tiers = Sample.requestAnd(Sample.commonTiers(pair.baseline(), pair.candidate()));
    double[][] means = strata.means(before, after, tiers);
    List<BatchComparison> found = pair.compare((b, c) -> differences(strata.means(b, c, tiers)));
    for (int t = 0; t < tiers.size(); t++) {
      rows.row(Measure.MEAN, Component.EQUAL_LOAD, tiers.get(t))
          .figures(means[0][t], means[1][t])
          .coverage(overlap)
          .judged(found.get(t))
          .add();
    }
  }

  /** 0 for one request, then as fine as a load test would be. */
  static int stratum(int concurrency) {
    if (concurrency <= 4) {
      return concurrency - 1;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(concurrency - 1);
    boolean upper = concurrency > (1L << octave) + (1L << (octave - 1));
    return 2 * octave + (upper ? 1 : 0);
  }

  private static double[] differences(double[][] means) {
    double[] differences = new double[means[0].length];
    Arrays.setAll(differences, t -> means[1][t] - means[0][t]);
    return differences;
  }

  private double overlap(Part before, Part after) {
    return Arrays.stream(weights(count(before), count(after))).sum();
  }

  /** Mean of each tier at the common load, of the baseline and of the candidate. */
  private double[][] means(Part before, Part after, List<Tier> tiers) {
    int[] countBefore = count(before);
    int[] countAfter = count(after);
    double[] weights = weights(countBefore, countAfter);
    double all = Arrays.stream(weights).sum();
    double[][] means = new double[2][tiers.size()];
    for (int t = 0; t < tiers.size(); t++) {
      double[] sumBefore = sums(before, tiers.get(t));
      double[] sumAfter = sums(after, tiers.get(t));
      for (int s = 0; s < COUNT; s++) {
        if (weights[s] > 0) {
          means[0][t] += weights[s] / all * sumBefore[s] / countBefore[s];
          means[1][t] += weights[s] / all * sumAfter[s] / countAfter[s];
        }
      }
      if (all == 0) {
        means[0][t] = Double.NaN;
        means[1][t] = Double.NaN;
      }
    }
    return means;
  }

  private static double[] weights(int[] before, int[] after) {
    double allBefore = Arrays.stream(before).sum();
    double allAfter = Arrays.stream(after).sum();
    double[] weights = new double[COUNT];
    for (int s = 0; s < COUNT; s++) {
      if (before[s] >= FEWEST && after[s] >= FEWEST) {
        weights[s] = Math.min(before[s] / allBefore, after[s] / allAfter);
      }
    }
    return weights;
  }

  private int[] strata(Part part) {
    return part.sample() == baseline ? baselineStrata : candidateStrata;
  }

  private int[] count(Part part) {
    int[] strata = strata(part);
    int[] count = new int[COUNT];
    for (int i = 0; i < strata.length; i++) {
      count[strata[i]] += part.has(i) ? 1 : 0;
    }
    return count;
  }

  private double[] sums(Part part, Tier tier) {
    int[] strata = strata(part);
    double[] values = part.sample().tier(tier);
    double[] sums = new double[COUNT];
    for (int i = 0; i < strata.length; i++) {
      sums[strata[i]] += part.has(i) ? values[i] : 0;
    }
    return sums;
  }
}
