package io.tierlens.formats.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value of a {@link FieldType#MAP} field: texts by name, in the order in which they were put.
 * Values are ranges of somebody's bytes, as the texts of a {@link LogRecord} are. Reused.
 */
public final class TextMap {
  private byte[][] keys = new byte[8][];
  private byte[][] values = new byte[8][];
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int size;

  void clear() {
    size = 0;
  }

  /** Puts a text under a name, which stays as it is; a name that is there takes the new text. */
  void put(byte[] key, byte[] source, int start, int end) {
    int at = 0;
    while (at < size && !same(keys[at], key)) {
      at++;
    }
    if (at == keys.length) {
      keys = Arrays.copyOf(keys, 2 * at);
      values = Arrays.copyOf(values, 2 * at);
      starts = Arrays.copyOf(starts, 2 * at);
      ends = Arrays.copyOf(ends, 2 * at);
    }
    size = Math.max(size, at + 1);
    keys[at] = key;
    values[at] = Utf8.isValid(source, start, end) ? source : Utf8.escapeInvalid(source, start, end);
    starts[at] = values[at] == source ? start : 0;
    ends[at] = values[at] == source ? end : values[at].length;
  }

  private static boolean same(byte[] one, byte[] other) {
    return one == other || (one.length == other.length && Arrays.equals(one, other));
  }

  public int size() {
    return size;
  }

  /** The name of an entry, in UTF-8; do not change it. */
  public byte[] key(int entry) {
    return keys[entry];
  }

  /** The bytes that hold an entry's text, from {@link #start} to {@link #end}. */
  public byte[] bytes(int entry) {
    return values[entry];
  }

  public int start(int entry) {
    return starts[entry];
  }

  public int end(int entry) {
    return ends[entry];
  }

  /** A copy, by name; for tests and cold paths. */
  public Map<String, String> asMap() {
    Map<String, String> copy = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      copy.put(
          new String(keys[i], StandardCharsets.UTF_8),
          new String(values[i], starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
    }
    return copy;
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
