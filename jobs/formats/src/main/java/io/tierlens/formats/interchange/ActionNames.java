package io.tierlens.formats.interchange;

import java.util.Arrays;

/** Keeps the names of actions, of which a log has a few, so that each is copied once. */
final class ActionNames {

  /**
   * Too low: the names of a site with many are copied again and again. Too high: a broken file
   * whose names are all different is slow to read.
   */
  private static final int MOST = 64;

  private final byte[][] known = new byte[MOST][];
  private int count;

  /** The name that fills the range, in bytes that stay as they are. */
  byte[] of(byte[] text, int start, int end) {
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(text, start, end, known[i], 0, known[i].length)) {
        return known[i];
      }
    }
    byte[] name = Arrays.copyOfRange(text, start, end);
    if (count < MOST) {
      known[count++] = name;
    }
    return name;
  }
}
