package io.tierlens.attribution.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The starts that several pieces of work can have at once: each lies in an interval, and some start
 * no earlier than a while after others. Earliest and latest starts are those of all solutions, and
 * the middles between them are a solution, too.
 */
final class StartTimes {

  /** {@code later} starts at least {@code gapUs} after {@code earlier}; gaps may be negative. */
  private record Gap(int earlier, int later, long gapUs) {}

  private final long[] from;
  private final long[] by;
  private final List<Gap> gaps = new ArrayList<>();

  /** So many pieces, of which nothing is known yet. */
  StartTimes(int count) {
    from = new long[count];
    by = new long[count];
  }

  void between(int piece, long fromUs, long byUs) {
    from[piece] = fromUs;
    by[piece] = byUs;
  }

  void gap(int earlier, int later, long gapUs) {
    gaps.add(new Gap(earlier, later, gapUs));
  }

  /** Narrows all intervals; false if there is no solution, and then they tell nothing. */
  boolean narrow() {
    // Each round settles one more piece; a solution that still moves after that does not exist.
    for (int round = 0; round <= 2 * from.length; round++) {
      boolean moved = false;
      for (Gap gap : gaps) {
        if (from[gap.later] < from[gap.earlier] + gap.gapUs) {
          from[gap.later] = from[gap.earlier] + gap.gapUs;
          moved = true;
        }
      }
      for (int g = gaps.size() - 1; g >= 0; g--) {
        Gap gap = gaps.get(g);
        if (by[gap.earlier] > by[gap.later] - gap.gapUs) {
          by[gap.earlier] = by[gap.later] - gap.gapUs;
          moved = true;
        }
      }
      for (int piece = 0; piece < from.length; piece++) {
        if (from[piece] > by[piece]) {
          return false;
        }
      }
      if (!moved) {
        return true;
      }
    }
    return false;
  }

  long slackUs(int piece) {
    return by[piece] - from[piece];
  }

  long middleUs(int piece) {
    return from[piece] + slackUs(piece) / 2;
  }
}
