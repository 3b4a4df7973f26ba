package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;

/**
 * A mark that ShowTimes sets in the debug log: {@code begin dispatch: 0.01 0 0 0}, with the user
 * and system CPU seconds of the process and of its children since the connection began. Reused, for
 * one thread.
 */
final class DebugMark {

  /** What a line marks. */
  enum Kind {
    /** Nothing: it is some other message. */
    NONE,
    BEGIN_CONNECTION,
    END_CGI_READ,
    BEGIN_DISPATCH,
    END_CONNECTION
  }

  private static final byte[] BEGIN_CONNECTION = Ascii.bytes("begin connection.");
  private static final byte[] BEGIN_REST = Ascii.bytes(" Summary time set to zero");
  private static final byte[] END_CGI_READ = Ascii.bytes("end cgi read: ");
  private static final byte[] BEGIN_DISPATCH = Ascii.bytes("begin dispatch: ");
  private static final byte[] END_CONNECTION = Ascii.bytes("end connection: ");
  private static final int NUMBERS = 4;

  private int start;
  private int end;
  private long cpuMicroseconds;

  /** Looks for the last mark of a line. */
  Kind find(byte[] line, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (line[i] == 'b' || line[i] == 'e') {
        Kind kind = at(line, i, to);
        if (kind != Kind.NONE) {
          start = i;
          return kind;
        }
      }
    }
    return Kind.NONE;
  }

  private Kind at(byte[] line, int from, int to) {
    if (Ascii.startsWith(line, from, to, BEGIN_CONNECTION)) {
      end = from + BEGIN_CONNECTION.length;
      end += Ascii.startsWith(line, end, to, BEGIN_REST) ? BEGIN_REST.length : 0;
      return Kind.BEGIN_CONNECTION;
    }
    if (Ascii.startsWith(line, from, to, END_CONNECTION)) {
      return readNumbers(line, from + END_CONNECTION.length, to, Kind.END_CONNECTION);
    }
    if (Ascii.startsWith(line, from, to, BEGIN_DISPATCH)) {
      return readNumbers(line, from + BEGIN_DISPATCH.length, to, Kind.BEGIN_DISPATCH);
    }
    if (Ascii.startsWith(line, from, to, END_CGI_READ)) {
      return readNumbers(line, from + END_CGI_READ.length, to, Kind.END_CGI_READ);
    }
    return Kind.NONE;
  }

  private Kind readNumbers(byte[] line, int from, int to, Kind kind) {
    cpuMicroseconds = 0;
    int at = from;
    for (int i = 0; i < NUMBERS; i++) {
      int numberEnd = behindNumber(line, at, to);
      long seconds = microseconds(line, at, numberEnd);
      if (seconds == Numbers.NOT_A_NUMBER) {
        return Kind.NONE;
      }
      cpuMicroseconds += seconds;
      end = numberEnd;
      boolean blank = numberEnd < to && line[numberEnd] == ' ';
      if (!blank && i < NUMBERS - 1) {
        return Kind.NONE;
      }
      at = numberEnd + 1;
    }
    return kind;
  }

  /** Behind digits, a point, and the exponent that a tiny number has. */
  private static int behindNumber(byte[] line, int from, int to) {
    int at = from;
    while (at < to && (Ascii.isDigit(line[at]) || line[at] == '.')) {
      at++;
    }
    if (at + 1 < to && line[at] == 'e' && line[at + 1] == '-') {
      at += 2;
      while (at < to && Ascii.isDigit(line[at])) {
        at++;
      }
    }
    return at;
  }

  /**
   * CPU seconds as Perl prints a difference of two: {@code 0.919999999999999} for 0.92. Clocks tick
   * in hundredths, so a number that is printed with an exponent is the rest of a rounding: zero.
   */
  private static long microseconds(byte[] line, int from, int to) {
    int exponent = Ascii.until(line, from, to, 'e');
    if (exponent < to) {
      return exponent > from ? 0 : Numbers.NOT_A_NUMBER;
    }
    long cut = Numbers.secondsInMicroseconds(line, from, to);
    int seventh = Ascii.until(line, from, to, '.') + 7;
    boolean up = cut >= 0 && seventh < to && line[seventh] >= '5';
    return up ? cut + 1 : cut;
  }

  /** Where the mark found begins. */
  int start() {
    return start;
  }

  /** Behind the mark found. */
  int end() {
    return end;
  }

  /** All CPU time since the connection began; only of a mark with numbers. */
  long cpuMicroseconds() {
    return cpuMicroseconds;
  }
}
