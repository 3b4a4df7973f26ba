package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;

/**
 * The names of the sample at hand, of which the first and the last tell where a sample ends when a
 * header stands before each domain ({@code -r}). Rows are sorted by name, upper and lower case
 * alike; with {@code -z} Domain-0 stands before all others.
 */
final class SampleNames {
  private static final byte[] DOMAIN_0 = Ascii.bytes("Domain-0");

  private byte[] first = new byte[64];
  private int firstLength;
  private byte[] last = new byte[64];
  private int lastLength;
  private boolean hostListed;

  /** A sample begins with this name. */
  void begin(byte[] text, int start, int end) {
    firstLength = end - start;
    first = room(first, firstLength);
    System.arraycopy(text, start, first, 0, firstLength);
  }

  /** The name of each row, the first one too. */
  void add(byte[] text, int start, int end) {
    lastLength = end - start;
    last = room(last, lastLength);
    System.arraycopy(text, start, last, 0, lastLength);
    hostListed |= Ascii.equal(text, start, end, DOMAIN_0);
  }

  private static byte[] room(byte[] array, int length) {
    return array.length < length ? new byte[length * 2] : array;
  }

  /**
   * Whether a row behind another header can be of the same sample.
   *
   * @param seen whether the sample has a row of this name
   */
  boolean continues(byte[] text, int start, int end, boolean seen) {
    int order = compareToLast(text, start, end);
    if (seen) {
      // A name that two domains were cut to; rows of one name follow each other. The host itself is
      // in each sample: one that has but this name yet is not at its end.
      return order == 0 && (!isFirst(text, start, end) || (hostListed && !lastIsHost()));
    }
    return order > 0 || (lastIsHost() && isFirst(last, 0, lastLength));
  }

  private boolean isFirst(byte[] text, int start, int end) {
    return Arrays.equals(first, 0, firstLength, text, start, end);
  }

  private boolean lastIsHost() {
    return Ascii.equal(last, 0, lastLength, DOMAIN_0);
  }

  private int compareToLast(byte[] text, int start, int end) {
    int length = Math.min(end - start, lastLength);
    for (int i = 0; i < length; i++) {
      int here = Ascii.lowerCase(text[start + i]) & 0xff;
      int there = Ascii.lowerCase(last[i]) & 0xff;
      if (here != there) {
        return here - there;
      }
    }
    return end - start - lastLength;
  }
}
