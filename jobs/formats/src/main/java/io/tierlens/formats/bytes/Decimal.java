package io.tierlens.formats.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Reads a printed number: {@code 12}, {@code -3.50}, and with a decimal comma {@code 3,50}, that of
 * Arabic too. Reused from number to number. What it shows is the number as printed: no digit is
 * lost or made up.
 */
public final class Decimal {

  /** More digits may not fit a long. */
  private static final int MAX_EXACT_DIGITS = 18;

  /** Below it a double holds every whole number, so that one division rounds correctly. */
  private static final long MAX_EXACT_DOUBLE = 1L << 53;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private byte[] text;
  private int start;
  private int end;
  private long unscaled;
  private int digits;
  private int decimals;

  /** Reads {@code [from, to)}; false if that is not a number, and then nothing else holds. */
  public boolean read(byte[] source, int from, int to) {
    text = source;
    start = from;
    end = to;
    unscaled = 0;
    digits = 0;
    decimals = 0;
    int i = from;
    boolean negative = i < to && source[i] == '-';
    if (negative || (i < to && source[i] == '+')) {
      i++;
    }
    boolean behindPoint = false;
    for (; i < to; i++) {
      byte b = source[i];
      if (Ascii.isDigit(b)) {
        digits++;
        if (digits <= MAX_EXACT_DIGITS) {
          unscaled = unscaled * 10 + (b - '0');
        }
        if (behindPoint) {
          decimals++;
        }
      } else if ((b == '.' || b == ',') && !behindPoint) {
        behindPoint = true;
      } else if (isArabicComma(source, i, to) && !behindPoint) {
        behindPoint = true;
        i++;
      } else {
        return false;
      }
    }
    if (negative) {
      unscaled = -unscaled;
    }
    return digits > 0;
  }

  /** U+066B, two bytes in UTF-8. */
  private static boolean isArabicComma(byte[] source, int i, int to) {
    return source[i] == (byte) 0xd9 && i + 1 < to && source[i + 1] == (byte) 0xab;
  }

  /** Whether {@link #unscaled()} holds every digit. */
  public boolean exact() {
    return digits <= MAX_EXACT_DIGITS;
  }

  /** The number without its point: -350 for -3.50. Only if {@link #exact()}. */
  public long unscaled() {
    return unscaled;
  }

  /** Printed digits behind the point. */
  public int decimals() {
    return decimals;
  }

  /** The double nearest to the printed number. */
  public double value() {
    if (digits <= MAX_EXACT_DIGITS && unscaled < MAX_EXACT_DOUBLE && unscaled > -MAX_EXACT_DOUBLE) {
      return unscaled / POWERS[decimals];
    }
    String printed = new String(text, start, end - start, StandardCharsets.UTF_8);
    return Double.parseDouble(printed.replace(',', '.').replace('\u066b', '.'));
  }
}
