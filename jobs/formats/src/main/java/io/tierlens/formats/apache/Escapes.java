package io.tierlens.formats.apache;

import java.util.Arrays;

/**
 * Undoes what Apache does to bytes that would spoil a log: {@code \"}, {@code \\}, the control
 * characters of C, {@code \xhh}. Other backslashes stay; older servers wrote them raw.
 *
 * <p>Results of one line lie behind each other in a buffer of this object until {@link #clear()}.
 */
final class Escapes {
  private byte[] plain = new byte[1 << 10];
  private int start;
  private int end;

  /** Forgets the results of the line before. */
  void clear() {
    end = 0;
  }

  static boolean present(byte[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  void undo(byte[] text, int from, int to) {
    if (plain.length - end < to - from) {
      // Earlier results stay in the old array, which records of this line still show.
      plain = Arrays.copyOf(plain, Math.max(plain.length * 2, end + to - from));
    }
    start = end;
    int i = from;
    while (i < to) {
      byte c = text[i];
      if (c != '\\' || i + 1 == to) {
        plain[end++] = c;
        i++;
        continue;
      }
      byte next = text[i + 1];
      int value = next == 'x' ? hexPair(text, i + 2, to) : control(next);
      if (value < 0) {
        plain[end++] = c;
        i++;
      } else {
        plain[end++] = (byte) value;
        i += next == 'x' ? 4 : 2;
      }
    }
  }

  private static int control(byte letter) {
    return switch (letter) {
      case '"', '\\' -> letter;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'v' -> 0x0b;
      default -> -1;
    };
  }

  private static int hexPair(byte[] text, int at, int to) {
    if (at + 2 > to) {
      return -1;
    }
    int high = Character.digit(text[at], 16);
    int low = Character.digit(text[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  byte[] bytes() {
    return plain;
  }

  /** Where the latest result begins in {@link #bytes()}. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
