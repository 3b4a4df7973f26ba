package io.tierlens.formats.record;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;

/**
 * Keys of maps as arrays that stay as they are for good, as {@link LogRecord#putText} wants them:
 * one array for each key.
 */
public final class KeyPool {

  /**
   * Logs have tens of keys. Too low: keys of a wild log are copied at each use. Too high: such a
   * log fills the memory with keys that never come again.
   */
  private static final int MOST_KEYS = 512;

  private final byte[][] keys = new byte[2 * MOST_KEYS][];
  private int size;

  /** The key in a range; the array must not be changed. */
  public byte[] key(byte[] text, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (keys.length - 1);
    while (keys[slot] != null) {
      if (Ascii.equal(text, from, to, keys[slot])) {
        return keys[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    byte[] key = Arrays.copyOfRange(text, from, to);
    if (size < MOST_KEYS) {
      keys[slot] = key;
      size++;
    }
    return key;
  }
}
