package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.CommonLogTime;

/**
 * Finds the values of one line's tokens. After a line that fits, {@link #start}, {@link #end} and
 * {@link #number} tell where they are and, for numbers and stamps, what they say. For one thread.
 */
final class LineScanner {

  /** What {@link #number} says of a value that the log does not hold. */
  static final long ABSENT = Long.MIN_VALUE;

  /** Too few: odd user names are rejected. Too many: a hostile line costs time. */
  private static final int MAX_RETRIES = 64;

  private final byte[] before;
  private final FormatToken[] tokens;
  private final int[] starts;
  private final int[] ends;
  private final long[] numbers;
  private final CommonLogTime stamps = new CommonLogTime();

  /** The furthest token that did not fit, and why; for the reject's reason. */
  private int failed;

  private Failure failure = Failure.BEGIN;

  private enum Failure {
    BEGIN,
    LINE_ENDS,
    VALUE,
    GOES_ON
  }

  LineScanner(AccessFormat format) {
    before = format.before();
    tokens = format.tokens().toArray(FormatToken[]::new);
    starts = new int[tokens.length];
    ends = new int[tokens.length];
    numbers = new long[tokens.length];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** The value of a number, of seconds or of a stamp (both in microseconds), or {@link #ABSENT}. */
  long number(int token) {
    return numbers[token];
  }

  boolean isAbsent(byte[] line, int token) {
    return ends[token] - starts[token] == 1 && line[starts[token]] == '-';
  }

  /** Whether the line in the range is of this format, from its first byte to its last. */
  boolean scan(byte[] line, int start, int end) {
    failed = -1;
    failure = Failure.BEGIN;
    int first = start + before.length;
    if (!Ascii.startsWith(line, start, end, before)) {
      return false;
    }
    int token = 0;
    int retries = 0;
    starts[0] = first;
    int search = first;
    while (true) {
      int stop = endOf(token, line, search, end);
      if (stop >= 0) {
        ends[token] = stop;
        int next = stop + tokens[token].behind().length;
        if (token + 1 < tokens.length) {
          token++;
          starts[token] = next;
          search = next;
          continue;
        }
        if (next == end) {
          return true;
        }
        note(token, Failure.GOES_ON);
      }
      do {
        token--;
      } while (token >= 0 && !tokens[token].mayHoldItsEnd());
      if (token < 0 || ++retries > MAX_RETRIES) {
        return false;
      }
      search = ends[token] + 1;
    }
  }

  /** Where the value ends, looked for from {@code search} on; -1 if there is no fitting value. */
  private int endOf(int token, byte[] line, int search, int end) {
    FormatToken wanted = tokens[token];
    int stop;
    if (wanted.behind().length == 0) {
      stop = search <= end ? end : -1;
    } else if (wanted.quoted()) {
      stop = closingQuote(wanted, line, search, end);
    } else {
      stop = Ascii.indexOf(line, search, end, wanted.behind());
    }
    if (stop < 0) {
      note(token, Failure.LINE_ENDS);
    } else if (!fits(token, line, starts[token], stop)) {
      note(token, Failure.VALUE);
      stop = -1;
    }
    return stop;
  }

  private boolean fits(int token, byte[] line, int start, int stop) {
    return switch (tokens[token].shape()) {
      case TEXT -> true;
      case WORD -> stop > start;
      case NUMBER, SECONDS -> fitsNumber(token, line, start, stop);
      case STAMP -> {
        numbers[token] = stamps.microseconds(line, start, stop);
        yield numbers[token] != CommonLogTime.NOT_A_TIME;
      }
    };
  }

  private boolean fitsNumber(int token, byte[] line, int start, int stop) {
    numbers[token] = ABSENT;
    boolean minus = start < stop && line[start] == '-';
    if (minus && start + 1 == stop) {
      return true;
    }
    int digits = minus ? start + 1 : start;
    long value =
        tokens[token].shape() == FormatToken.Shape.SECONDS
            ? Numbers.secondsInMicroseconds(line, digits, stop)
            : Numbers.whole(line, digits, stop);
    if (value == Numbers.NOT_A_NUMBER) {
      return false;
    }
    if (!minus) {
      numbers[token] = value;
    }
    // A time below zero was taken over a clock that stepped back: it tells nothing.
    return !minus || tokens[token].meaning().column().equals("duration_us");
  }

  private static int closingQuote(FormatToken token, byte[] line, int search, int end) {
    byte[] behind = token.behind();
    for (int i = search; i < end; i++) {
      if (line[i] == '\\') {
        i++;
      } else if (line[i] == '"') {
        if (Ascii.startsWith(line, i, end, behind)) {
          return i;
        }
        if (!token.mayHoldItsEnd()) {
          return -1;
        }
      }
    }
    return -1;
  }

  private void note(int token, Failure why) {
    if (token >= failed) {
      failed = token;
      failure = why;
    }
  }

  /** Why the line did not fit, in the words of the format. */
  String reason() {
    if (failure == Failure.BEGIN) {
      return "the line does not begin as the format does";
    }
    FormatToken token = tokens[failed];
    return switch (failure) {
      case VALUE -> token.text() + " is not " + expected(token);
      case GOES_ON -> "the line goes on behind " + token.text() + ", the format's last token";
      default -> {
        String behind = new String(token.behind(), UTF_8);
        yield "no <" + behind + "> behind " + token.text();
      }
    };
  }

  private static String expected(FormatToken token) {
    return switch (token.shape()) {
      case STAMP -> "a time such as 22/Nov/2026:06:20:31 -0500";
      case NUMBER -> "a number";
      case SECONDS -> "a number of seconds";
      case WORD, TEXT -> "there";
    };
  }
}
