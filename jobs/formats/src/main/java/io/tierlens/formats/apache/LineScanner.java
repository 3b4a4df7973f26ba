package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.apache.Directive.Clock;
import io.tierlens.formats.apache.FormatToken.Shape;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.CommonLogTime;
import io.tierlens.formats.time.TimeParts;
import java.util.EnumMap;
import java.util.Map;
import org.joda.time.DateTimeZone;

/**
 * Finds the values of one line's tokens. After a line that fits, {@link #start}, {@link #end} and
 * {@link #number} tell where they are and, for numbers and stamps, what they say; {@link #parts}
 * holds what the other times say. For one thread.
 */
final class LineScanner {

  /** What {@link #number} says of a value that the log does not hold. */
  static final long ABSENT = Long.MIN_VALUE;

  /** Too few: odd user names are rejected. Too many: a hostile line costs time. */
  private static final int MAX_RETRIES = 64;

  /** Of {@code 22/Nov/2026:06:20:31 -0500}; servers print no other. */
  private static final int STAMP_BYTES = 26;

  /** So many digits of seconds fit into microseconds. */
  private static final int SHORT_DIGITS = 12;

  private static final int NONE = -1;

  private final byte[] before;
  private final boolean absentIsEmpty;
  private final FormatToken[] tokens;
  private final byte[][] behind;
  private final int[] starts;
  private final int[] ends;
  private final long[] numbers;
  private final TimeParts[] partsOf;
  private final Map<Clock, TimeParts> parts = new EnumMap<>(Clock.class);
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

  /**
   * A scanner for lines of a format.
   *
   * @param zone of times without an offset
   */
  LineScanner(AccessFormat format, DateTimeZone zone) {
    before = format.before();
    absentIsEmpty = format.dialect().absentIsEmpty();
    tokens = format.tokens().toArray(FormatToken[]::new);
    behind = format.tokens().stream().map(FormatToken::behind).toArray(byte[][]::new);
    starts = new int[tokens.length];
    ends = new int[tokens.length];
    numbers = new long[tokens.length];
    partsOf = new TimeParts[tokens.length];
    for (Clock clock : Clock.values()) {
      parts.put(clock, new TimeParts(zone));
    }
    TimeParts ofNoUse = new TimeParts(zone);
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i].time() != null) {
        boolean used = tokens[i].meaning() == TokenMeaning.TIME;
        partsOf[i] = used ? parts(tokens[i].time().clock()) : ofNoUse;
      }
    }
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /**
   * A number as logged; of seconds and of a stamp, their microseconds. {@link #ABSENT} where the
   * log holds none.
   */
  long number(int token) {
    return numbers[token];
  }

  /** What the tokens with a pattern tell of one of a request's two instants. */
  TimeParts parts(Clock clock) {
    return parts.get(clock);
  }

  boolean isAbsent(byte[] line, int token) {
    int length = ends[token] - starts[token];
    return (length == 1 && line[starts[token]] == '-') || (length == 0 && absentIsEmpty);
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
        int next = stop + behind[token].length;
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
        // The last value itself may go on behind this end.
        token++;
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
    Shape shape = tokens[token].shape();
    if (shape == Shape.TIME) {
      return endOfTime(token, line, end);
    }
    if (shape == Shape.STAMP) {
      int stop = search + STAMP_BYTES;
      if (stop <= end && follows(token, line, stop, end) && fitsStamp(token, line, stop)) {
        return stop;
      }
    } else if (shape.numeric()) {
      int stop = endOfDigits(token, line, search, end);
      if (stop >= 0) {
        return stop;
      }
    }
    int stop;
    if (behind[token].length == 0) {
      stop = search <= end ? end : NONE;
    } else if (tokens[token].quoted()) {
      stop = closingQuote(token, line, search, end);
    } else {
      stop = Ascii.indexOf(line, search, end, behind[token]);
    }
    if (stop < 0) {
      note(token, Failure.LINE_ENDS);
    } else if (!fits(token, line, starts[token], stop)) {
      note(token, Failure.VALUE);
      stop = NONE;
    }
    return stop;
  }

  private boolean follows(int token, byte[] line, int at, int end) {
    return Ascii.startsWith(line, at, end, behind[token]);
  }

  private int endOfTime(int token, byte[] line, int end) {
    int start = starts[token];
    int stop = tokens[token].time().pattern().read(line, start, end, partsOf[token]);
    if (stop < 0
        && tokens[token].meaning() == TokenMeaning.EXTRA
        && start < end
        && line[start] == '-') {
      stop = start + 1;
    }
    if (stop < 0) {
      note(token, Failure.VALUE);
    } else if (!follows(token, line, stop, end)) {
      note(token, Failure.LINE_ENDS);
      stop = NONE;
    }
    return stop;
  }

  /** The short way for nearly all numbers; -1 if the long one is needed. */
  private int endOfDigits(int token, byte[] line, int start, int end) {
    long value = 0;
    int at = start;
    while (at < end && Ascii.isDigit(line[at])) {
      value = value * 10 + (line[at] - '0');
      at++;
    }
    boolean ends = behind[token].length == 0 ? at == end : follows(token, line, at, end);
    if (at == start || at - start > SHORT_DIGITS || !ends) {
      return NONE;
    }
    numbers[token] = tokens[token].shape() == Shape.SECONDS ? value * 1_000_000 : value;
    return at;
  }

  private boolean fits(int token, byte[] line, int start, int stop) {
    return switch (tokens[token].shape()) {
      case TEXT -> true;
      case WORD -> stop > start || absentIsEmpty;
      case NUMBER, TICKS, SECONDS -> fitsNumber(token, line, start, stop);
      case STAMP -> fitsStamp(token, line, stop);
      case TIME -> throw new AssertionError(tokens[token]);
    };
  }

  private boolean fitsStamp(int token, byte[] line, int stop) {
    numbers[token] = stamps.microseconds(line, starts[token], stop);
    return numbers[token] != CommonLogTime.NOT_A_TIME;
  }

  private boolean fitsNumber(int token, byte[] line, int start, int stop) {
    numbers[token] = ABSENT;
    boolean minus = start < stop && line[start] == '-';
    if ((minus && start + 1 == stop) || (start == stop && absentIsEmpty)) {
      return true;
    }
    int digits = minus ? start + 1 : start;
    Shape shape = tokens[token].shape();
    long value =
        shape == Shape.SECONDS
            ? Numbers.secondsInMicroseconds(line, digits, stop)
            : Numbers.whole(line, digits, stop);
    if (value == Numbers.NOT_A_NUMBER) {
      return false;
    }
    if (!minus) {
      numbers[token] = value;
    }
    // A time below zero was taken over a clock that stepped back: it tells nothing.
    return !minus || shape != Shape.NUMBER;
  }

  private int closingQuote(int token, byte[] line, int search, int end) {
    for (int i = search; i < end; i++) {
      if (line[i] == '\\') {
        i++;
      } else if (line[i] == '"') {
        if (follows(token, line, i, end)) {
          return i;
        }
        if (!tokens[token].mayHoldItsEnd()) {
          return NONE;
        }
      }
    }
    return NONE;
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
        String text = new String(token.behind(), UTF_8);
        yield "no <" + text + "> behind " + token.text();
      }
    };
  }

  private static String expected(FormatToken token) {
    return switch (token.shape()) {
      case STAMP -> "a time such as 22/Nov/2026:06:20:31 -0500";
      case TIME -> "a time of that form";
      case NUMBER, TICKS -> "a number";
      case SECONDS -> "a number of seconds";
      case WORD, TEXT -> "there";
    };
  }
}
