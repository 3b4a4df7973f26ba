package io.tierlens.formats.bytes;

import java.nio.charset.StandardCharsets;

/** Compares and searches ranges of bytes, whose letters and digits are those of ASCII. */
public final class Ascii {

  private Ascii() {}

  /** The bytes of a text whose characters are all of ISO 8859-1. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static boolean startsWith(byte[] text, int from, int to, byte[] prefix) {
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

  public static boolean equal(byte[] text, int from, int to, byte[] other) {
    return to - from == other.length && startsWith(text, from, to, other);
  }

  /** Whether the range holds exactly this text, which must be ASCII. */
  public static boolean equal(byte[] text, int from, int to, String other) {
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
  public static boolean startsWithIgnoringCase(
      byte[] text, int from, int to, byte[] lowerCasePrefix) {
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
  public static int indexOf(byte[] text, int from, int to, byte[] wanted) {
    int i = from;
    while (i <= to - wanted.length) {
      int first = ByteSearch.indexOf(wanted[0], text, i, to - wanted.length + 1);
      if (first < 0 || startsWith(text, first, to, wanted)) {
        return first;
      }
      i = first + 1;
    }
    return -1;
  }

  /** Index of the first {@code wanted}, or {@code to}. */
  public static int until(byte[] text, int from, int to, char wanted) {
    int i = from;
    while (i < to && text[i] != wanted) {
      i++;
    }
    return i;
  }

  public static int lowerCase(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  public static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  public static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** A space or a tab. */
  public static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  public static int skipBlanks(byte[] text, int from, int to) {
    int i = from;
    while (i < to && isBlank(text[i])) {
      i++;
    }
    return i;
  }

  public static int trimEnd(byte[] text, int from, int to) {
    int i = to;
    while (i > from && isBlank(text[i - 1])) {
      i--;
    }
    return i;
  }

  public static int endOfToken(byte[] text, int from, int to) {
    int i = from;
    while (i < to && !isBlank(text[i])) {
      i++;
    }
    return i;
  }
}
