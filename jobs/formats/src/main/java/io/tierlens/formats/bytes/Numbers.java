package io.tierlens.formats.bytes;

/** Reads numbers without sign from ranges of bytes. */
public final class Numbers {

  /** What the methods return for text that is no such number; no number read here is negative. */
  public static final long NOT_A_NUMBER = -1;

  /** More digits may not fit into a long. */
  private static final int MAX_DIGITS = 18;

  private static final int DIGITS_OF_MICROSECONDS = 6;

  private Numbers() {}

  /** A whole number of at most 18 digits, or {@link #NOT_A_NUMBER}. */
  public static long whole(byte[] text, int start, int end) {
    if (start >= end || end - start > MAX_DIGITS) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_A_NUMBER;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * Seconds with or without decimals ({@code 7}, {@code 0.123}) in microseconds; decimals behind
   * the sixth are cut off. {@link #NOT_A_NUMBER} for anything else.
   */
  public static long secondsInMicroseconds(byte[] text, int start, int end) {
    int point = Ascii.until(text, start, end, '.');
    if (point - start > MAX_DIGITS - DIGITS_OF_MICROSECONDS) {
      return NOT_A_NUMBER;
    }
    long seconds = whole(text, start, point);
    long fraction = point == end ? 0 : decimalsInMicroseconds(text, point + 1, end);
    return seconds < 0 || fraction < 0 ? NOT_A_NUMBER : seconds * 1_000_000 + fraction;
  }

  /**
   * The digits behind a second's point in microseconds; those behind the sixth are cut off. {@link
   * #NOT_A_NUMBER} if there are none or other bytes among them.
   */
  public static long decimalsInMicroseconds(byte[] text, int start, int end) {
    if (start >= end) {
      return NOT_A_NUMBER;
    }
    long fraction = 0;
    int unit = 100_000;
    for (int i = start; i < end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_A_NUMBER;
      }
      fraction += (long) digit * unit;
      unit /= 10;
    }
    return fraction;
  }
}
