package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Deals numbers out to groups, in their order. */
final class Groups {
  private Groups() {}

  /** Items whose group is negative are in none. */
  static int[][] of(int[] items, int groups, IntUnaryOperator of) {
    int[][] grouped = new int[groups][];
    int[] sizes = new int[groups];
    for (int item : items) {
      if (of.applyAsInt(item) >= 0) {
        sizes[of.applyAsInt(item)]++;
      }
    }
    Arrays.setAll(grouped, g -> new int[sizes[g]]);
    Arrays.fill(sizes, 0);
    for (int item : items) {
      int group = of.applyAsInt(item);
      if (group >= 0) {
        grouped[group][sizes[group]++] = item;
      }
    }
    return grouped;
  }
}
