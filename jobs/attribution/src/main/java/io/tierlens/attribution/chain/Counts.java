package io.tierlens.attribution.chain;

import java.util.Arrays;

/** Sums of weights by key, in an open table of bare numbers; keys are numbered as they come. */
final class Counts {
  private int count;
  private int[] table = new int[64];
  private long[] keys = new long[32];
  private double[] sums = new double[32];

  Counts() {
    Arrays.fill(table, -1);
  }

  /** How many keys there are. */
  int size() {
    return count;
  }

  long key(int number) {
    return keys[number];
  }

  double sum(int number) {
    return sums[number];
  }

  /** The number of a key, or -1. */
  int number(long key) {
    return table[place(key)];
  }

  /** Sum of a key, 0 where nothing was added. */
  double get(long key) {
    int number = table[place(key)];
    return number < 0 ? 0 : sums[number];
  }

  void add(long key, double weight) {
    int place = place(key);
    if (table[place] < 0) {
      if (count == keys.length) {
        grow();
        place = place(key);
      }
      table[place] = count;
      keys[count++] = key;
    }
    sums[table[place]] += weight;
  }

  /** Adds all sums of the other one. */
  void add(Counts other) {
    for (int i = 0; i < other.count; i++) {
      add(other.keys[i], other.sums[i]);
    }
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) ((mixed >>> 32) ^ (mixed >>> 7)) & (table.length - 1);
    while (table[place] >= 0 && keys[table[place]] != key) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * count);
    sums = Arrays.copyOf(sums, 2 * count);
    table = new int[4 * count];
    Arrays.fill(table, -1);
    for (int i = 0; i < count; i++) {
      table[place(keys[i])] = i;
    }
  }
}
