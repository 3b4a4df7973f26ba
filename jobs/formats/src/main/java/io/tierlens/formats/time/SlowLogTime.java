package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;

/**
 * The value of a {@code # Time} line: {@code yymmdd h:mm:ss} with or without decimals, in the
 * server's zone, or ISO 8601 with {@code Z} or an offset. Reused.
 */
public final class SlowLogTime {

  /** Two-digit years from here on are of the 1900s. */
  private static final int FIRST_YEAR_OF_1900S = 70;

  private boolean valid;
  private boolean instant;
  private boolean exact;
  private long micros;

  private byte[] text;
  private int position;
  private int limit;

  public void clear() {
    valid = false;
  }

  /**
   * Makes it a stamp that was read before.
   *
   * @param micros since 1970, see {@link #micros()}
   */
  public void set(long micros, boolean instant, boolean exact) {
    valid = true;
    this.micros = micros;
    this.instant = instant;
    this.exact = exact;
  }

  public void set(SlowLogTime other) {
    valid = other.valid;
    instant = other.instant;
    exact = other.exact;
    micros = other.micros;
  }

  /** Whether there is a stamp at all. */
  public boolean valid() {
    return valid;
  }

  /** Whether the stamp names its own zone; otherwise it is the time on the server's wall. */
  public boolean instant() {
    return instant;
  }

  /** Whether it is known to the microsecond, and not only to the second. */
  public boolean exact() {
    return exact;
  }

  /** Microseconds since 1970, in UTC if {@link #instant()}, else in the server's zone. */
  public long micros() {
    return micros;
  }

  /** Reads a stamp that fills the range, blanks around it apart; false if there is none. */
  public boolean read(byte[] source, int from, int to) {
    text = source;
    position = Ascii.skipBlanks(source, from, to);
    limit = Ascii.trimEnd(source, position, to);
    instant = false;
    exact = false;
    boolean iso = limit - position > 10 && text[position + 10] == 'T';
    valid = (iso ? isoDate() : shortDate()) && timeOfDay() && zone() && position == limit;
    return valid;
  }

  private boolean shortDate() {
    int year = digits(2, 2);
    boolean date = year >= 0 && date(year < FIRST_YEAR_OF_1900S ? 2000 + year : 1900 + year, false);
    int time = Ascii.skipBlanks(text, position, limit);
    boolean separated = time > position;
    position = time;
    return date && separated;
  }

  private boolean isoDate() {
    int year = digits(4, 4);
    return year >= 0 && skip('-') && date(year, true) && skip('T');
  }

  private boolean date(int year, boolean dashes) {
    int month = digits(2, 2);
    if (dashes && !skip('-')) {
      return false;
    }
    int day = digits(2, 2);
    if (!CivilDay.exists(year, month, day)) {
      return false;
    }
    micros = CivilDay.sinceEpoch(year, month, day) * 86_400_000_000L;
    return true;
  }

  private boolean timeOfDay() {
    int hour = digits(1, 2);
    if (hour < 0 || hour > 23 || !skip(':')) {
      return false;
    }
    int minute = digits(1, 2);
    if (minute < 0 || minute > 59 || !skip(':')) {
      return false;
    }
    int second = digits(1, 2);
    if (second < 0 || second > 60) {
      return false;
    }
    micros += (hour * 3600L + minute * 60L + second) * 1_000_000;
    if (position < limit && text[position] == '.') {
      int from = position + 1;
      position = from;
      while (position < limit && Ascii.isDigit(text[position])) {
        position++;
      }
      long fraction = Numbers.decimalsInMicroseconds(text, from, position);
      micros += fraction;
      exact = true;
      return fraction >= 0;
    }
    return true;
  }

  private boolean zone() {
    if (position == limit) {
      return true;
    }
    byte sign = text[position++];
    if (sign == 'Z') {
      instant = true;
      return true;
    }
    int hours = digits(2, 2);
    if ((sign != '+' && sign != '-') || hours < 0 || !skip(':')) {
      return false;
    }
    int minutes = digits(2, 2);
    long offset = (hours * 3600L + minutes * 60L) * 1_000_000;
    micros -= sign == '+' ? offset : -offset;
    instant = true;
    return minutes >= 0 && minutes < 60 && hours <= 18;
  }

  private int digits(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && position < limit && Ascii.isDigit(text[position])) {
      value = value * 10 + text[position++] - '0';
      count++;
    }
    return count < least ? -1 : value;
  }

  private boolean skip(char wanted) {
    if (position < limit && text[position] == wanted) {
      position++;
      return true;
    }
    return false;
  }
}
