package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import java.util.Arrays;
import org.joda.time.DateTimeZone;

/**
 * Reads a time that was printed by strftime in the C locale, one conversion after the other, and
 * tells the instant. Reused from line to line, for one thread.
 */
public final class StrftimeFields {

  /** What {@link #second} returns if what was read is no instant. */
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  /** Conversions that stand for several others. */
  private static final String[][] COMPOSITES = {
    {"%c", "%a %b %e %H:%M:%S %Y"},
    {"%D", "%m/%d/%y"},
    {"%x", "%m/%d/%y"},
    {"%F", "%Y-%m-%d"},
    {"%r", "%I:%M:%S %p"},
    {"%R", "%H:%M"},
    {"%T", "%H:%M:%S"},
    {"%X", "%H:%M:%S"},
  };

  private static final String SIMPLE = "aAbBhdemyYHkIlMSpzZsj";

  /** Two-digit years from here on are of the last century, as strptime takes them. */
  private static final int PIVOT = 69;

  private static final int NONE = -1;

  // Places of the values.
  private static final int YEAR = 0;
  private static final int MONTH = 1;
  private static final int DAY = 2;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;
  private static final int SECOND = 5;
  private static final int UNUSED = 6;

  private final WallClock clock;
  private final int[] values = new int[UNUSED + 1];
  private boolean afternoon;
  private boolean twelveHour;
  private boolean hasOffset;
  private long offset;
  private long epoch;

  /** Prepares to read times; {@code zone} is that of times that carry none. */
  public StrftimeFields(DateTimeZone zone) {
    clock = new WallClock(zone);
    clear();
  }

  /** The format with every composite conversion replaced by those it stands for. */
  public static String expand(String format) {
    StringBuilder expanded = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      if (format.charAt(i) == '%' && i + 1 < format.length()) {
        expanded.append(simple(format.substring(i, i + 2)));
        i++;
      } else {
        expanded.append(format.charAt(i));
      }
    }
    return expanded.toString();
  }

  private static String simple(String conversion) {
    for (String[] composite : COMPOSITES) {
      if (composite[0].equals(conversion)) {
        return composite[1];
      }
    }
    return conversion;
  }

  /** Whether {@link #read} knows the conversion. */
  public static boolean knows(char conversion) {
    return SIMPLE.indexOf(conversion) >= 0;
  }

  /** Whether these conversions tell an instant: a date with a time of day, or an epoch second. */
  public static boolean tellInstant(String conversions) {
    return conversions.indexOf('s') >= 0
        || (hasAny(conversions, "yY")
            && hasAny(conversions, "bBhm")
            && hasAny(conversions, "de")
            && hasAny(conversions, "HkIl")
            && hasAny(conversions, "M"));
  }

  private static boolean hasAny(String text, String wanted) {
    return text.chars().anyMatch(c -> wanted.indexOf(c) >= 0);
  }

  /** Forgets what was read. */
  public void clear() {
    Arrays.fill(values, NONE);
    values[SECOND] = 0;
    afternoon = false;
    twelveHour = false;
    hasOffset = false;
    epoch = NONE;
  }

  /**
   * Reads what a conversion has printed.
   *
   * @return index behind it, or -1 if it is not there
   */
  public int read(char conversion, byte[] text, int at, int end) {
    return switch (conversion) {
      case 'a', 'A' -> behindLetters(text, at, end);
      case 'b', 'B', 'h' -> readMonth(text, at, end);
      case 'd', 'e' -> readNumber(DAY, text, at, end, 2);
      case 'm' -> readNumber(MONTH, text, at, end, 2);
      case 'Y' -> readNumber(YEAR, text, at, end, 4);
      case 'y' -> readShortYear(text, at, end);
      case 'H', 'k', 'I', 'l' -> readHour(conversion, text, at, end);
      case 'M' -> readNumber(MINUTE, text, at, end, 2);
      case 'S' -> readNumber(SECOND, text, at, end, 2);
      case 'j' -> readNumber(UNUSED, text, at, end, 3);
      case 'p' -> readHalfDay(text, at, end);
      case 'z' -> readOffset(text, at, end);
      case 'Z' -> behindZoneName(text, at, end);
      case 's' -> readEpoch(text, at, end);
      default -> NONE;
    };
  }

  /** Reads a number of so many characters, which may be padded with a blank. */
  private int readNumber(int field, byte[] text, int at, int end, int length) {
    if (end - at < length) {
      return NONE;
    }
    int from = text[at] == ' ' ? at + 1 : at;
    values[field] = (int) Numbers.whole(text, from, at + length);
    return values[field] < 0 ? NONE : at + length;
  }

  private int readShortYear(byte[] text, int at, int end) {
    int next = readNumber(YEAR, text, at, end, 2);
    if (next >= 0) {
      values[YEAR] += values[YEAR] < PIVOT ? 2000 : 1900;
    }
    return next;
  }

  private int readMonth(byte[] text, int at, int end) {
    int month = MonthName.at(text, at, end);
    values[MONTH] = month;
    return month == 0 ? NONE : at + MonthName.length(month, text, at, end);
  }

  private int readHour(char conversion, byte[] text, int at, int end) {
    twelveHour = conversion == 'I' || conversion == 'l';
    return readNumber(HOUR, text, at, end, 2);
  }

  private int readHalfDay(byte[] text, int at, int end) {
    if (end - at < 2 || (text[at + 1] | 0x20) != 'm') {
      return NONE;
    }
    int half = text[at] | 0x20;
    afternoon = half == 'p';
    return half == 'a' || half == 'p' ? at + 2 : NONE;
  }

  private int readOffset(byte[] text, int at, int end) {
    if (end - at < 5 || (text[at] != '-' && text[at] != '+')) {
      return NONE;
    }
    int hours = (int) Numbers.whole(text, at + 1, at + 3);
    int minutes = (int) Numbers.whole(text, at + 3, at + 5);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return NONE;
    }
    offset = (text[at] == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
    hasOffset = true;
    return at + 5;
  }

  private int readEpoch(byte[] text, int at, int end) {
    int to = at;
    while (to < end && Ascii.isDigit(text[to])) {
      to++;
    }
    epoch = EpochSecond.parse(text, at, to);
    return epoch < 0 ? NONE : to;
  }

  private static int behindLetters(byte[] text, int at, int end) {
    int to = at;
    while (to < end && Ascii.isLetter(text[to])) {
      to++;
    }
    return to == at ? NONE : to;
  }

  /** Letters, or an offset where the zone has no name; the zone itself comes from the option. */
  private static int behindZoneName(byte[] text, int at, int end) {
    int to = at;
    while (to < end
        && (Ascii.isLetter(text[to])
            || Ascii.isDigit(text[to])
            || text[to] == '+'
            || text[to] == '-')) {
      to++;
    }
    return to == at ? NONE : to;
  }

  /** Seconds since 1970-01-01T00:00:00Z of what was read, or {@link #NOT_A_TIME}. */
  public long second() {
    if (epoch >= 0) {
      return epoch;
    }
    int hour = values[HOUR];
    if (twelveHour) {
      if (hour < 1 || hour > 12) {
        return NOT_A_TIME;
      }
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = values[MINUTE];
    boolean time = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && values[SECOND] < 61;
    if (!time || values[YEAR] < 0 || !CivilDay.exists(values[YEAR], values[MONTH], values[DAY])) {
      return NOT_A_TIME;
    }
    long wallClock =
        CivilDay.sinceEpoch(values[YEAR], values[MONTH], values[DAY]) * 86_400
            + hour * 3600L
            + minute * 60L
            + Math.min(values[SECOND], 59);
    return hasOffset ? wallClock - offset : clock.instant(wallClock, Long.MIN_VALUE);
  }
}
