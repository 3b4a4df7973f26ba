package io.tierlens.attribution.clock;

/**
 * Narrows what is known of when things started, by the order in which they are known to have gone.
 * What is narrowed is only ever what no order allows; a true start never leaves its interval, as
 * long as the order is true.
 */
final class SpanOrder {
  private static final long NEVER = Long.MAX_VALUE / 4;

  private final long[] from;
  private final long[] by;
  private final long[] shortest;
  private final long[] longest;

  /**
   * Takes span {@code i} as starting between {@code from[i]} and {@code by[i]} and lasting between
   * {@code shortest[i]} and {@code longest[i]}; all in microseconds. The first two are changed.
   */
  SpanOrder(long[] from, long[] by, long[] shortest, long[] longest) {
    this.from = from;
    this.by = by;
    this.shortest = shortest;
    this.longest = longest;
  }

  /**
   * Spans end one after the other, as lines of a log do that is written at completion.
   *
   * @param order the spans by the line that each wrote
   * @param late how much later than its end a span may write its line
   * @return spans that contradict the order; those stay as they are
   */
  int endsRise(int[] order, long late) {
    long[] lows = new long[order.length];
    long ended = -NEVER;
    for (int i = 0; i < order.length; i++) {
      int span = order[i];
      lows[i] = Math.max(from[span], ended - longest[span] - late);
      ended = Math.max(ended, lows[i] + shortest[span]);
    }
    long[] highs = new long[order.length];
    long ends = NEVER;
    for (int i = order.length - 1; i >= 0; i--) {
      int span = order[i];
      highs[i] = Math.min(by[span], ends - shortest[span] + late);
      ends = Math.min(ends, highs[i] + longest[span]);
    }
    return apply(order, lows, highs);
  }

  /**
   * Each span starts when the one before it has ended, as the pages of one process do, or the
   * queries of one connection.
   *
   * @return spans that contradict the order; those stay as they are
   */
  int oneAfterTheOther(int[] order) {
    long[] lows = new long[order.length];
    long ended = -NEVER;
    for (int i = 0; i < order.length; i++) {
      int span = order[i];
      lows[i] = Math.max(from[span], ended);
      ended = lows[i] + shortest[span];
    }
    long[] highs = new long[order.length];
    long starts = NEVER;
    for (int i = order.length - 1; i >= 0; i--) {
      int span = order[i];
      highs[i] = Math.min(by[span], starts - shortest[span]);
      starts = highs[i];
    }
    return apply(order, lows, highs);
  }

  private int apply(int[] order, long[] lows, long[] highs) {
    int contradictions = 0;
    for (int i = 0; i < order.length; i++) {
      if (lows[i] <= highs[i]) {
        from[order[i]] = lows[i];
        by[order[i]] = highs[i];
      } else {
        contradictions++;
      }
    }
    return contradictions;
  }
}
