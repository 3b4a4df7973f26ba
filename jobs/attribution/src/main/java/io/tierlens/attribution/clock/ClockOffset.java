package io.tierlens.attribution.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How far one machine's clock is ahead of the web server's, found from the logs alone: what serves
 * a request lies inside it, so the true offset is one at which nearly all of it does. All offsets
 * of which that holds make an interval; it holds the truth whatever the stamps, and is the wider
 * the coarser they are.
 *
 * @param lowUs the least offset that is possible
 * @param highUs the greatest one
 */
public record ClockOffset(long lowUs, long highUs) {

  /** Clocks further apart are not looked for: then something else is wrong, such as a zone. */
  private static final long FURTHEST_US = 10_000_000;

  private static final long STEP_US = 2_000;
  private static final int STEPS = (int) (2 * FURTHEST_US / STEP_US) + 1;

  /** More do not make the interval narrower by much. */
  private static final int MOST_SPANS = 4_000;

  /** Fewer can lie inside requests by chance. */
  private static final int LEAST_SPANS = 30;

  /** Below, most of what the log holds is not of these requests. */
  private static final double LEAST_INSIDE = 0.8;

  /** By chance a wrong offset takes in a few more that are of no request. */
  private static final double BY_CHANCE = 0.005;

  /** Clocks that are kept are within this; a wider interval about 0 tells nothing more. */
  private static final long KEPT_US = 1_000_000;

  private static final long WIDEST_US = 2 * KEPT_US;

  /**
   * Something that happened within a request.
   *
   * @param startsByUs latest start that its own clock allows
   * @param endsFromUs earliest end, likewise
   */
  record Inside(long startsByUs, long endsFromUs) {}

  /**
   * What it must lie in.
   *
   * @param startsFromUs earliest start of a request
   * @param endsByUs its latest end
   */
  record Around(long startsFromUs, long endsByUs) {}

  /** The middle of what is possible. */
  public long middleUs() {
    return lowUs + (highUs - lowUs) / 2;
  }

  /** How far the truth can be from the middle. */
  public long toleranceUs() {
    return (highUs - lowUs + 1) / 2;
  }

  /**
   * The offset of a clock, or null where the logs do not tell it: too little happened, or requests
   * follow so closely that anything lies inside some of them.
   */
  static ClockOffset of(List<Around> requests, List<Inside> all) {
    List<Inside> spans = sample(all);
    if (requests.isEmpty() || spans.size() < LEAST_SPANS) {
      return null;
    }
    int[] inside = countInside(requests, spans);
    int most = Arrays.stream(inside).max().orElse(0);
    if (most < LEAST_INSIDE * spans.size()) {
      return null;
    }
    double enough = most - BY_CHANCE * spans.size();
    int first = 0;
    while (inside[first] < enough) {
      first++;
    }
    int last = STEPS - 1;
    while (inside[last] < enough) {
      last--;
    }
    for (int step = first; step <= last; step++) {
      if (inside[step] < enough) {
        // Requests that come at regular times fit at several offsets.
        return null;
      }
    }
    // What lies between two steps is possible as well.
    long low = offset(first) - STEP_US;
    long high = offset(last) + STEP_US;
    boolean bounded = first > 0 && last < STEPS - 1;
    boolean surelyOff = low > KEPT_US || high < -KEPT_US;
    return bounded && (high - low <= WIDEST_US || surelyOff) ? new ClockOffset(low, high) : null;
  }

  /** Every so many, so that all of the run has a say. */
  private static List<Inside> sample(List<Inside> all) {
    if (all.size() <= MOST_SPANS) {
      return all;
    }
    List<Inside> some = new ArrayList<>();
    for (int i = 0; i < MOST_SPANS; i++) {
      some.add(all.get((int) ((long) i * all.size() / MOST_SPANS)));
    }
    return some;
  }

  private static long offset(int step) {
    return step * STEP_US - FURTHEST_US;
  }

  /** For each offset, how many spans lie inside some request if their clock is ahead by it. */
  private static int[] countInside(List<Around> requests, List<Inside> spans) {
    List<Around> byStart = new ArrayList<>(requests);
    byStart.sort(Comparator.comparingLong(Around::startsFromUs));
    long[] starts = byStart.stream().mapToLong(Around::startsFromUs).toArray();
    long[] ends = byStart.stream().mapToLong(Around::endsByUs).toArray();
    long longest = 0;
    for (int i = 0; i < starts.length; i++) {
      longest = Math.max(longest, ends[i] - starts[i]);
    }
    int[] changes = new int[STEPS + 1];
    for (Inside span : spans) {
      // Later starts allow but smaller offsets, so what lies above the lowest so far is counted.
      int counted = STEPS;
      int i = lowerBound(starts, span.endsFromUs() - FURTHEST_US - longest);
      while (counted > 0 && i < starts.length && starts[i] <= span.startsByUs() + FURTHEST_US) {
        int low = stepFrom(span.endsFromUs() - ends[i]);
        int high = Math.min(stepTo(span.startsByUs() - starts[i]), counted - 1);
        if (low <= high) {
          changes[low]++;
          changes[high + 1]--;
          counted = low;
        }
        i++;
      }
    }
    int[] inside = new int[STEPS];
    int now = 0;
    for (int step = 0; step < STEPS; step++) {
      now += changes[step];
      inside[step] = now;
    }
    return inside;
  }

  private static int lowerBound(long[] sorted, long value) {
    int found = Arrays.binarySearch(sorted, value);
    int at = found >= 0 ? found : -found - 1;
    while (at > 0 && sorted[at - 1] >= value) {
      at--;
    }
    return at;
  }

  /** The first step at or above an offset. */
  private static int stepFrom(long offsetUs) {
    long step = -Math.floorDiv(-offsetUs - FURTHEST_US, STEP_US);
    return (int) Math.max(0, Math.min(STEPS, step));
  }

  /** The last step at or below an offset. */
  private static int stepTo(long offsetUs) {
    long step = Math.floorDiv(offsetUs + FURTHEST_US, STEP_US);
    return (int) Math.max(-1, Math.min(STEPS - 1, step));
  }
}
