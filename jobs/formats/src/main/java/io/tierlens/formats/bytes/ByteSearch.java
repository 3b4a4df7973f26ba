package io.tierlens.formats.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches ranges of bytes eight at a time: every byte of a log passes here, most of them twice.
 */
public final class ByteSearch {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private ByteSearch() {}

  /** Index of the first such byte, or -1. */
  public static int indexOf(byte wanted, byte[] text, int from, int to) {
    long pattern = (wanted & 0xffL) * LOWEST_BITS;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long different = (long) EIGHT.get(text, i) ^ pattern;
      // Sets the highest bit of the first byte that is zero; of later ones it may err.
      long zero = (different - LOWEST_BITS) & ~different & HIGHEST_BITS;
      if (zero != 0) {
        return i + Long.numberOfTrailingZeros(zero) / Byte.SIZE;
      }
    }
    for (; i < to; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the first byte that is not ASCII, or {@code to}. */
  public static int endOfAscii(byte[] text, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && ((long) EIGHT.get(text, i) & HIGHEST_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && text[i] >= 0) {
      i++;
    }
    return i;
  }
}
