package io.tierlens.attribution.chain;

/** Queries and requests in the order of their starts. */
final class QueryOrder {
  private QueryOrder() {}

  /** Queries by the middle of what their starts can be, equal ones as the log has them. */
  static int[] byStart(Problem problem) {
    long[] starts = new long[problem.queries()];
    for (int q = 0; q < starts.length; q++) {
      starts[q] = problem.queryStartUs(q);
    }
    return order(starts);
  }

  /** Requests by their earliest starts. */
  static int[] requestsByStart(Problem problem) {
    long[] starts = new long[problem.requests()];
    for (int r = 0; r < starts.length; r++) {
      starts[r] = problem.startsFromUs(r);
    }
    return order(starts);
  }

  /** Places of the values in ascending order, equal ones as they come. */
  static int[] order(long[] values) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] spare = new int[order.length];
    for (int width = 1; width < order.length; width *= 2) {
      for (int from = 0; from < order.length; from += 2 * width) {
        merge(values, order, spare, from, width);
      }
      int[] swap = order;
      order = spare;
      spare = swap;
    }
    return order;
  }

  private static void merge(long[] values, int[] order, int[] merged, int from, int width) {
    int middle = Math.min(order.length, from + width);
    int to = Math.min(order.length, from + 2 * width);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      if (right == to || (left < middle && values[order[left]] <= values[order[right]])) {
        merged[i] = order[left++];
      } else {
        merged[i] = order[right++];
      }
    }
  }

  /** How far any query's end can lie from the middle of what its stamp allows. */
  static long widestSlackUs(Problem problem) {
    long widest = 0;
    for (int q = 0; q < problem.queries(); q++) {
      widest = Math.max(widest, problem.querySlackUs(q));
    }
    return widest;
  }
}
