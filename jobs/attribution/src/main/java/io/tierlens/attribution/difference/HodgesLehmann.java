package io.tierlens.attribution.difference;

import java.util.function.IntPredicate;

/**
 * The shift between two sets of durations: the median of all differences between one of the
 * candidate and one of the baseline. A few very long requests hardly move it.
 */
final class HodgesLehmann {
  private HodgesLehmann() {}

  /** The shift of the chosen requests in microseconds; NaN where a part has none. */
  static double of(Part baseline, Part candidate, IntPredicate inBase, IntPredicate inCandidate) {
    long[] before = sorted(baseline, inBase);
    long[] after = sorted(candidate, inCandidate);
    return of(before, after);
  }

  private static long[] sorted(Part part, IntPredicate chosen) {
    Sample sample = part.sample();
    long[] values = new long[sample.size()];
    int count = 0;
    for (int rank = 0; rank < values.length; rank++) {
      int i = sample.byDuration(rank);
      if (part.has(i) && chosen.test(i)) {
        values[count++] = sample.request(i).durationUs();
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }

  /** Takes sorted values. Halves the range of the differences: n times the bits of that range. */
  static double of(long[] baseline, long[] candidate) {
    long pairs = (long) baseline.length * candidate.length;
    if (pairs == 0) {
      return Double.NaN;
    }
    long below = smallest(baseline, candidate, (pairs + 1) / 2);
    if (pairs % 2 == 1) {
      return below;
    }
    return (below + smallest(baseline, candidate, pairs / 2 + 1)) / 2.0;
  }

  /** The smallest difference that has so many pairs at or below it. */
  private static long smallest(long[] baseline, long[] candidate, long wanted) {
    long low = candidate[0] - baseline[baseline.length - 1];
    long high = candidate[candidate.length - 1] - baseline[0];
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (atMost(baseline, candidate, middle) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long atMost(long[] baseline, long[] candidate, long difference) {
    long pairs = 0;
    int reached = 0;
    for (long before : baseline) {
      while (reached < candidate.length && candidate[reached] - before <= difference) {
        reached++;
      }
      pairs += reached;
    }
    return pairs;
  }
}
