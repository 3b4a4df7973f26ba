package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.DateTimeZone;

/**
 * The stamps of syslog: {@code Nov 22 07:16:27} as RFC 3164 has it, without a year and a zone, and
 * {@code 2026-11-22T07:16:27.123456-05:00} as RFC 5424 has it. Reused, for one thread.
 *
 * <p>The year of a stamp without one comes from an option, which names the year and, where that is
 * known, the month in which the log begins: {@code 2026} or {@code 2026-11}. Months before that one
 * are of the next year, so a log may go over one New Year but not over a year. Without the month,
 * the first stamp that is read gives it. With the month, a stamp's meaning depends on nothing but
 * itself.
 */
public final class SyslogStamp {

  /** What {@link #microseconds} returns for a stamp whose year nobody has told. */
  public static final long NO_YEAR = Long.MIN_VALUE;

  /** What {@link #microseconds} returns for text in the shape of a stamp that is none. */
  public static final long NOT_A_TIME = Long.MIN_VALUE + 1;

  /** Of {@code Nov 22 07:16:27}. */
  private static final int SHORT_LENGTH = 15;

  /** Of {@code 2026-11-22T07:16:27}. */
  private static final int LONG_LENGTH = 19;

  private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})(?:-(0[1-9]|1[0-2]))?");

  private final WallClock clock;
  private final int firstYear;
  private int firstMonth;
  private long slackUs;

  /**
   * Prepares to read stamps.
   *
   * @param zone of stamps that carry none
   * @param year of the log's beginning, {@code 2026} or {@code 2026-11}; null if nobody told
   * @throws IllegalArgumentException if the year is neither; the message says so
   */
  public SyslogStamp(DateTimeZone zone, String year) {
    clock = new WallClock(zone);
    if (year == null) {
      firstYear = 0;
      return;
    }
    Matcher parts = YEAR.matcher(year);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "year must be that of the log's first line, 2026 or with its month 2026-11, not " + year);
    }
    firstYear = Integer.parseInt(parts.group(1));
    firstMonth = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
  }

  /** Index behind the stamp that begins here, or -1 if none does. */
  public static int end(byte[] text, int start, int end) {
    if (isShort(text, start, end)) {
      return start + SHORT_LENGTH;
    }
    if (!isLong(text, start, end)) {
      return -1;
    }
    int at = start + LONG_LENGTH;
    if (at < end && text[at] == '.') {
      at++;
      while (at < end && Ascii.isDigit(text[at])) {
        at++;
      }
    }
    int behindZone = behindZone(text, at, end);
    return behindZone < 0 ? -1 : behindZone;
  }

  /** The month of a stamp without a year that begins here, from 1; 0 if none does. */
  public static int monthWithoutYear(byte[] text, int start, int end) {
    return isShort(text, start, end) ? MonthName.at(text, start, end) : 0;
  }

  private static boolean isShort(byte[] text, int start, int end) {
    return end - start >= SHORT_LENGTH
        && text[start + 3] == ' '
        && text[start + 6] == ' '
        && text[start + 9] == ':'
        && text[start + 12] == ':'
        && MonthName.at(text, start, end) > 0;
  }

  private static boolean isLong(byte[] text, int start, int end) {
    return end - start > LONG_LENGTH
        && text[start + 4] == '-'
        && text[start + 7] == '-'
        && text[start + 10] == 'T'
        && text[start + 13] == ':'
        && text[start + 16] == ':';
  }

  private static int behindZone(byte[] text, int at, int end) {
    if (at < end && text[at] == 'Z') {
      return at + 1;
    }
    boolean offset = at + 6 <= end && (text[at] == '+' || text[at] == '-') && text[at + 3] == ':';
    return offset ? at + 6 : -1;
  }

  /**
   * The instant of the stamp that fills the range, as {@link #end} found it.
   *
   * @return microseconds since 1970-01-01T00:00:00Z, {@link #NO_YEAR} or {@link #NOT_A_TIME}
   */
  public long microseconds(byte[] text, int start, int end) {
    return end - start == SHORT_LENGTH ? withoutYear(text, start) : withOffset(text, start, end);
  }

  private long withoutYear(byte[] text, int start) {
    slackUs = Slack.OF_WHOLE_SECONDS_US;
    if (firstYear == 0) {
      return NO_YEAR;
    }
    int month = MonthName.at(text, start, start + SHORT_LENGTH);
    int dayAt = text[start + 4] == ' ' ? start + 5 : start + 4;
    int day = (int) Numbers.whole(text, dayAt, start + 6);
    long second = secondOfDay(text, start + 7);
    int from = firstMonth == 0 ? month : firstMonth;
    int year = month < from ? firstYear + 1 : firstYear;
    if (second < 0 || !CivilDay.exists(year, month, day)) {
      return NOT_A_TIME;
    }
    firstMonth = from;
    long wallClock = CivilDay.sinceEpoch(year, month, day) * 86_400 + second;
    return clock.instant(wallClock, Long.MIN_VALUE) * 1_000_000;
  }

  private long withOffset(byte[] text, int start, int end) {
    int year = (int) Numbers.whole(text, start, start + 4);
    int month = (int) Numbers.whole(text, start + 5, start + 7);
    int day = (int) Numbers.whole(text, start + 8, start + 10);
    long second = secondOfDay(text, start + 11);
    if (year < 0 || second < 0 || !CivilDay.exists(year, month, day)) {
      return NOT_A_TIME;
    }
    int zone = text[end - 1] == 'Z' ? end - 1 : end - 6;
    long fraction = 0;
    slackUs = Slack.OF_WHOLE_SECONDS_US;
    if (zone > start + LONG_LENGTH) {
      int digits = zone - start - LONG_LENGTH - 1;
      fraction = Numbers.decimalsInMicroseconds(text, start + LONG_LENGTH + 1, zone);
      slackUs = Slack.ofDecimalsUs(digits);
    }
    long offset = offset(text, zone, end);
    if (fraction < 0 || offset == NOT_A_TIME) {
      return NOT_A_TIME;
    }
    long utc = CivilDay.sinceEpoch(year, month, day) * 86_400 + second - offset;
    return utc * 1_000_000 + fraction;
  }

  /** How much later than the stamp read last the true instant may be. */
  public long slackUs() {
    return slackUs;
  }

  private static long offset(byte[] text, int zone, int end) {
    if (text[zone] == 'Z') {
      return 0;
    }
    long hours = Numbers.whole(text, zone + 1, zone + 3);
    long minutes = Numbers.whole(text, zone + 4, end);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return NOT_A_TIME;
    }
    return (text[zone] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  }

  /** Of {@code 07:16:27}; -1 if it is no time of day. */
  private static long secondOfDay(byte[] text, int at) {
    long hour = Numbers.whole(text, at, at + 2);
    long minute = Numbers.whole(text, at + 3, at + 5);
    long second = Numbers.whole(text, at + 6, at + 8);
    boolean exists =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return exists ? hour * 3600 + minute * 60 + second : -1;
  }
}
