package io.tierlens.formats.mysql;

import java.util.Arrays;

/** The lines of one entry, up to a cap; how long the whole text is stays known. Reused. */
final class EntryText {

  private static final int INITIAL_BYTES = 1 << 14;

  private final int cap;
  private byte[] bytes;
  private int size;
  private long length;

  EntryText(int cap) {
    this.cap = cap;
    bytes = new byte[Math.min(cap, INITIAL_BYTES)];
  }

  void clear() {
    size = 0;
    length = 0;
  }

  /**
   * Adds a range, or as much of it as the cap lets in.
   *
   * @param whole the length that the range stands for; more than the range if it has been cut
   */
  void append(byte[] source, int from, int to, long whole) {
    // Behind a gap nothing is kept: what is shown is always the beginning.
    int taken = length == size ? Math.min(to - from, cap - size) : 0;
    length += whole;
    if (size + taken > bytes.length) {
      // In long, so that doubling cannot overflow.
      long wanted = Math.max(2L * bytes.length, size + (long) taken);
      bytes = Arrays.copyOf(bytes, (int) Math.min(cap, wanted));
    }
    System.arraycopy(source, from, bytes, size, taken);
    size += taken;
  }

  /** Goes back to an earlier {@link #length()}. */
  void truncate(long earlierLength) {
    length = earlierLength;
    size = (int) Math.min(size, earlierLength);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Bytes kept. */
  int size() {
    return size;
  }

  /** Bytes that there were. */
  long length() {
    return length;
  }
}
