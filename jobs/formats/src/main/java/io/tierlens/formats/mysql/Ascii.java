package io.tierlens.formats.mysql;

import java.nio.charset.StandardCharsets;

/** Comparisons and numbers on ranges of bytes. */
final class Ascii {

  /** Above it a time in seconds is an overflow of the server and no time: some 31 years. */
  private static final long MAX_SECONDS = 1_000_000_000L;

  private Ascii() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean startsWith(byte[] text, int from, int to, byte[] prefix) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (text[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean equal(byte[] text, int from, int to, byte[] other) {
    return to - from == other.length && startsWith(text, from, to, other);
  }

  /** Whether the range holds exactly this text, which must be ASCII. */
  static boolean equal(byte[] text, int from, int to, String other) {
    if (to - from != other.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text[i] != other.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #startsWith}, for a prefix in lower-case letters. */
  static boolean startsWithIgnoringCase(byte[] text, int from, int to, byte[] lowerCasePrefix) {
    if (to - from < lowerCasePrefix.length) {
      return false;
    }
    for (int i = 0; i < lowerCasePrefix.length; i++) {
      if (lowerCase(text[from + i]) != lowerCasePrefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** Index of the first {@code wanted}, or -1. */
  static int indexOf(byte[] text, int from, int to, byte[] wanted) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (text[i] == wanted[0] && startsWith(text, i, to, wanted)) {
        return i;
      }
    }
    return -1;
  }

  static int lowerCase(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  static int skipBlanks(byte[] text, int from, int to) {
    int i = from;
    while (i < to && isBlank(text[i])) {
      i++;
    }
    return i;
  }

  static int trimEnd(byte[] text, int from, int to) {
    int i = to;
    while (i > from && isBlank(text[i - 1])) {
      i--;
    }
    return i;
  }

  static int endOfToken(byte[] text, int from, int to) {
    int i = from;
    while (i < to && !isBlank(text[i])) {
      i++;
    }
    return i;
  }

  /** A whole number without sign, or -1 if the range holds none or one above 63 bits. */
  static long number(byte[] text, int from, int to) {
    if (from >= to || to - from > 19) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value < 0 ? -1 : value;
  }

  /** Seconds with or without decimals as microseconds, further decimals cut off; -1 if none. */
  static long microseconds(byte[] text, int from, int to) {
    int dot = from;
    while (dot < to && text[dot] != '.') {
      dot++;
    }
    long seconds = number(text, from, dot);
    if (seconds < 0 || seconds > MAX_SECONDS) {
      return -1;
    }
    if (dot == to) {
      return seconds * 1_000_000;
    }
    long fraction = fraction(text, dot + 1, to);
    return fraction < 0 ? -1 : seconds * 1_000_000 + fraction;
  }

  /** Decimals of a second as microseconds; -1 if there are none or other bytes among them. */
  static long fraction(byte[] text, int from, int to) {
    long value = 0;
    for (int i = from; i < Math.max(to, from + 6); i++) {
      int digit = i < to ? text[i] - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      if (i < from + 6) {
        value = value * 10 + digit;
      }
    }
    return from < to ? value : -1;
  }
}
