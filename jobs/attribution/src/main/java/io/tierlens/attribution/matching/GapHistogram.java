package io.tierlens.attribution.matching;

import java.util.Arrays;

/** How far two instants lie apart, counted in the unit of their stamps, and what that costs. */
final class GapHistogram {
  private static final int LOWEST = -4;
  private static final int BINS = 24;

  /** Finer than this no two logs of one stack agree. */
  private static final long FINEST_UNIT_US = 50_000;

  private final long[] counts = new long[BINS];
  private long total;

  void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  void learn(long gapUs, long slackUs) {
    counts[bin(gapUs, slackUs)]++;
    total++;
  }

  /** Minus the logarithm of the gap's probability; before anything is learnt, near is likely. */
  double cost(long gapUs, long slackUs) {
    int bin = bin(gapUs, slackUs);
    if (total == 0) {
      return 1.5 * Math.abs(bin + LOWEST);
    }
    return -Math.log((counts[bin] + 0.3) / (total + 0.3 * BINS));
  }

  private static int bin(long gapUs, long slackUs) {
    long unit = Math.max(FINEST_UNIT_US, slackUs + 1);
    long bin = Math.floorDiv(gapUs + unit / 2, unit) - LOWEST;
    return (int) Math.max(0, Math.min(BINS - 1, bin));
  }
}
