package io.tierlens.formats.time;

import org.joda.time.DateTimeZone;

/**
 * One time, put together from pieces that a {@link TimePattern} or several of them found. Pieces
 * stay until they are found anew; which there are is the same from line to line. Reused.
 */
public final class TimeParts {

  /** What {@link #microseconds} returns for a day that is not in the calendar. */
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final long MICROS = 1_000_000;
  private static final int NONE = -1;

  private final WallClock clock;
  private int year;
  private int month;
  private int day;
  private int hour;
  private int halfDay = NONE;
  private int minute;
  private int second;
  private boolean hasOffset;
  private int offset;
  private boolean epoch;
  private long epochSecond;
  private int epochFraction;
  private int fraction = NONE;
  private long ambiguity;

  /**
   * No pieces yet.
   *
   * @param zone of times without an offset
   */
  public TimeParts(DateTimeZone zone) {
    this.clock = new WallClock(zone);
  }

  void set(TimePart part, long value) {
    switch (part) {
      case EPOCH_MICROSECOND -> epoch(value / MICROS, (int) (value % MICROS));
      case EPOCH_MILLISECOND -> epoch(value / 1000, (int) (value % 1000) * 1000);
      case EPOCH_SECOND -> epoch(value, 0);
      case YEAR -> year = (int) value;
      case SHORT_YEAR -> year = (int) value + (value < 69 ? 2000 : 1900);
      case MONTH -> month = (int) value;
      case DAY -> day = (int) value;
      case HOUR, HOUR_OF_HALF_DAY -> hour = (int) value;
      case HALF_DAY -> halfDay = (int) value;
      case MINUTE -> minute = (int) value;
      // No clock here knows leap seconds: the 60th is taken for the 59th.
      case SECOND -> second = (int) Math.min(value, 59);
      case OFFSET -> {
        offset = (int) value;
        hasOffset = true;
      }
      case MILLISECOND_FRACTION, MICROSECOND_FRACTION -> fraction = (int) value;
      case NOTHING -> {}
    }
  }

  private void epoch(long wholeSecond, int micros) {
    epoch = true;
    epochSecond = wholeSecond;
    epochFraction = micros;
  }

  /** The part of the second that a piece of its own told, in microseconds; 0 without one. */
  public int fraction() {
    return Math.max(fraction, 0);
  }

  /**
   * The instant: the epoch if there is one, else date and time of day. Where the clock of the zone
   * shows a time twice, the earlier one; {@link #ambiguity} tells how much later the other is.
   *
   * @return microseconds since 1970-01-01T00:00:00Z, or {@link #NOT_A_TIME}
   */
  public long microseconds() {
    ambiguity = 0;
    if (epoch) {
      return epochSecond * MICROS + (fraction == NONE ? epochFraction : fraction);
    }
    if (!CivilDay.exists(year, month, day)) {
      return NOT_A_TIME;
    }
    int hourOfDay = halfDay == NONE ? hour : hour % 12 + 12 * halfDay;
    long wall =
        CivilDay.sinceEpoch(year, month, day) * 86_400 + hourOfDay * 3600L + minute * 60L + second;
    if (hasOffset) {
      return (wall - offset) * MICROS + fraction();
    }
    long first = clock.instant(wall, Long.MIN_VALUE);
    ambiguity = (clock.instant(wall, Long.MAX_VALUE) - first) * MICROS;
    return first * MICROS + fraction();
  }

  /** How much later than the last {@link #microseconds} the time may be, for want of an offset. */
  public long ambiguity() {
    return ambiguity;
  }
}
