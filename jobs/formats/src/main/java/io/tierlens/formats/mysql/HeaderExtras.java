package io.tierlens.formats.mysql;

import java.util.Arrays;

/**
 * The pairs of an entry's header that no column takes, as ranges of the entry's text and in its
 * order. Reused.
 */
final class HeaderExtras {

  private static final int PER_PAIR = 4;

  /** Key from, key to, value from, value to. */
  private int[] ranges = new int[64 * PER_PAIR];

  private int pairs;

  void clear() {
    pairs = 0;
  }

  void add(int keyFrom, int keyTo, int from, int to) {
    int at = pairs * PER_PAIR;
    if (at == ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * at);
    }
    ranges[at] = keyFrom;
    ranges[at + 1] = keyTo;
    ranges[at + 2] = from;
    ranges[at + 3] = to;
    pairs++;
  }

  int size() {
    return pairs;
  }

  int keyFrom(int pair) {
    return ranges[pair * PER_PAIR];
  }

  int keyTo(int pair) {
    return ranges[pair * PER_PAIR + 1];
  }

  int from(int pair) {
    return ranges[pair * PER_PAIR + 2];
  }

  int to(int pair) {
    return ranges[pair * PER_PAIR + 3];
  }
}
