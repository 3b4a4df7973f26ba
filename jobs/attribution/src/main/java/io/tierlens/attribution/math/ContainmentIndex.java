package io.tierlens.attribution.math;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the spans that start not after one instant and end not before another, in time that grows
 * with what is found and not with the longest span: a tree of the latest ends over the spans in
 * order of their starts.
 */
public final class ContainmentIndex {
  private final int[] spans;
  private final long[] starts;
  private final long[] latestEnd;
  private final int leaves;

  /** Takes span {@code i} as [{@code starts[i]}, {@code ends[i]}]. */
  public ContainmentIndex(long[] starts, long[] ends) {
    int count = starts.length;
    long[][] byStart = new long[count][];
    for (int i = 0; i < count; i++) {
      byStart[i] = new long[] {starts[i], i};
    }
    Arrays.sort(
        byStart, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    this.spans = new int[count];
    this.starts = new long[count];
    int size = 1;
    while (size < count) {
      size *= 2;
    }
    this.leaves = size;
    this.latestEnd = new long[2 * size];
    Arrays.fill(latestEnd, Long.MIN_VALUE);
    for (int i = 0; i < count; i++) {
      spans[i] = (int) byStart[i][1];
      this.starts[i] = byStart[i][0];
      latestEnd[size + i] = ends[spans[i]];
    }
    for (int node = size - 1; node > 0; node--) {
      latestEnd[node] = Math.max(latestEnd[2 * node], latestEnd[2 * node + 1]);
    }
  }

  /**
   * Gives every span with a start of at most {@code startsBy} and an end of at least {@code
   * endsFrom}.
   */
  public void forEach(long startsBy, long endsFrom, IntConsumer found) {
    visit(1, 0, leaves, firstStartAfter(startsBy), endsFrom, found);
  }

  private void visit(int node, int from, int to, int limit, long endsFrom, IntConsumer found) {
    if (from >= limit || latestEnd[node] < endsFrom) {
      return;
    }
    if (to - from == 1) {
      found.accept(spans[from]);
      return;
    }
    int middle = (from + to) >>> 1;
    visit(2 * node, from, middle, limit, endsFrom, found);
    visit(2 * node + 1, middle, to, limit, endsFrom, found);
  }

  private int firstStartAfter(long instant) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
