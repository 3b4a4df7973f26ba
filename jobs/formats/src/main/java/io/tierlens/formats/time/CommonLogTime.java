package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Numbers;
import java.util.Arrays;

/**
 * Reads {@code 22/Nov/2026:06:20:31 -0500}, the stamp of Apache, and {@code 22/November/2026:...},
 * that of Interchange. Month names are English, short or in full; the offset is part of the stamp,
 * so nothing depends on the machine's zone or locale.
 *
 * <p>Neighbouring stamps mostly differ in their seconds only: the rest is compared with the stamp
 * before and worked out again only when it changes. For one thread.
 */
public final class CommonLogTime {

  /** What {@link #microseconds} returns for text that is no such stamp. */
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  /** Of {@code 22/May/2026:06:20:31 -0500}. */
  private static final int SHORTEST = 26;

  /** Of {@code 22/September/2026:06:20:31 -0500}. */
  private static final int LONGEST = 32;

  /** The bytes behind the month's name: {@code /2026:06:20:31 -0500}. */
  private static final int BEHIND_MONTH = 20;

  /** The bytes behind the minute: {@code 31 -0500}. */
  private static final int BEHIND_MINUTE = 8;

  /** The bytes behind the seconds: {@code -0500} with its space. */
  private static final int ZONE = 6;

  private final byte[] last = new byte[LONGEST];
  private int lastLength = -1;
  private long lastMinute;

  /**
   * Reads the stamp that fills the range.
   *
   * @return microseconds since 1970-01-01T00:00:00Z, or {@link #NOT_A_TIME}
   */
  public long microseconds(byte[] text, int start, int end) {
    int length = end - start;
    if (length < SHORTEST || length > LONGEST) {
      return NOT_A_TIME;
    }
    int minuteEnd = end - BEHIND_MINUTE;
    if (length != lastLength
        || !Arrays.equals(text, start, minuteEnd, last, 0, length - BEHIND_MINUTE)
        || !Arrays.equals(text, end - ZONE, end, last, length - ZONE, length)) {
      long minute = minute(text, start, end);
      if (minute == NOT_A_TIME) {
        return NOT_A_TIME;
      }
      System.arraycopy(text, start, last, 0, length);
      lastLength = length;
      lastMinute = minute;
    }
    int second = digits(text, minuteEnd, 2);
    return second < 0 || second > 59 ? NOT_A_TIME : (lastMinute + second) * 1_000_000;
  }

  /** Epoch second at which the stamp's minute begins. */
  private static long minute(byte[] text, int start, int end) {
    int behindMonth = end - BEHIND_MONTH;
    int day = digits(text, start, 2);
    int month = month(text, start + 3, behindMonth);
    int year = digits(text, behindMonth + 1, 4);
    int hour = digits(text, behindMonth + 6, 2);
    int minute = digits(text, behindMonth + 9, 2);
    boolean marks =
        text[start + 2] == '/'
            && text[behindMonth] == '/'
            && text[behindMonth + 5] == ':'
            && text[behindMonth + 8] == ':'
            && text[behindMonth + 11] == ':'
            && text[end - ZONE] == ' ';
    if (!marks || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return NOT_A_TIME;
    }
    if (!CivilDay.exists(year, month, day)) {
      return NOT_A_TIME;
    }
    int sign = text[end - 5] == '-' ? -1 : text[end - 5] == '+' ? 1 : 0;
    int zoneHour = digits(text, end - 4, 2);
    int zoneMinute = digits(text, end - 2, 2);
    if (sign == 0 || zoneHour < 0 || zoneHour > 23 || zoneMinute < 0 || zoneMinute > 59) {
      return NOT_A_TIME;
    }
    long offset = sign * (zoneHour * 3600L + zoneMinute * 60L);
    return CivilDay.sinceEpoch(year, month, day) * 86_400 + hour * 3600L + minute * 60L - offset;
  }

  private static int month(byte[] text, int start, int end) {
    int month = MonthName.at(text, start, end);
    boolean whole =
        month > 0
            && (end - start == MonthName.SHORT
                || end - start == MonthName.length(month, text, start, end));
    return whole ? month : 0;
  }

  private static int digits(byte[] text, int from, int count) {
    return (int) Numbers.whole(text, from, from + count);
  }
}
