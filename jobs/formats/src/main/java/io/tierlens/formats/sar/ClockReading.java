package io.tierlens.formats.sar;

/**
 * A point on a file's own clock and what it means.
 *
 * @param day days since 1970-01-01 on the wall clock
 * @param secondOfDay on the wall clock, or {@link #NO_TIME} where only the day is known
 * @param instant seconds since 1970-01-01T00:00:00Z
 */
record ClockReading(long day, int secondOfDay, long instant) {
  private static final int NO_TIME = -1;

  /** Only the day, as a banner tells it; every time of that day follows it. */
  static ClockReading dayOnly(long day) {
    return new ClockReading(day, NO_TIME, Long.MIN_VALUE);
  }
}
