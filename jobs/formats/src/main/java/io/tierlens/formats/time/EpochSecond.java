package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Numbers;

/** Reads seconds since 1970 as Perl's {@code time} writes them. */
public final class EpochSecond {

  /** Nine digits end in 2001, before which there was no such log; eleven begin in the year 5138. */
  private static final int MIN_DIGITS = 9;

  private static final int MAX_DIGITS = 10;

  private EpochSecond() {}

  /** The second, or {@link Numbers#NOT_A_NUMBER}. */
  public static long parse(byte[] text, int start, int end) {
    int digits = end - start;
    return digits < MIN_DIGITS || digits > MAX_DIGITS
        ? Numbers.NOT_A_NUMBER
        : Numbers.whole(text, start, end);
  }
}
