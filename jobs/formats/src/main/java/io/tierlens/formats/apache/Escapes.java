package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.ByteSearch;
import java.util.Arrays;

/**
 * Undoes what Apache does to bytes that would spoil a log: {@code \"}, {@code \\}, the control
 * characters of C, {@code \xhh}; in JSON also control characters by their number in Unicode. Other
 * backslashes stay; older servers wrote them raw.
 *
 * <p>Results of one line lie behind each other in a buffer of this object until {@link #clear()}.
 */
final class Escapes {
  private final boolean any;
  private final boolean json;
  private byte[] plain = new byte[1 << 10];
  private int start;
  private int end;

  Escapes(FormatDialect dialect) {
    any = dialect.escapes();
    json = dialect == FormatDialect.NGINX_JSON;
  }

  /** Forgets the results of the line before. */
  void clear() {
    end = 0;
  }

  boolean present(byte[] text, int start, int end) {
    return any && ByteSearch.indexOf((byte) '\\', text, start, end) >= 0;
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
      int hexAt = next == 'x' ? i + 2 : json && isByteOfUnicode(text, i, to) ? i + 4 : -1;
      int value = hexAt < 0 ? control(next) : hexPair(text, hexAt, to);
      if (value < 0) {
        plain[end++] = c;
        i++;
      } else {
        plain[end++] = (byte) value;
        i = hexAt < 0 ? i + 2 : hexAt + 2;
      }
    }
  }

  /** nginx writes only control characters so. */
  private static boolean isByteOfUnicode(byte[] text, int at, int to) {
    return at + 6 <= to && text[at + 1] == 'u' && text[at + 2] == '0' && text[at + 3] == '0';
  }

  private int control(byte letter) {
    if (json && letter == 'f') {
      return '\f';
    }
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
