package io.tierlens.formats.sar;

import io.tierlens.formats.time.WallClock;

/**
 * The samples of one section. Its rows print a time of day only: the day is carried on from row to
 * row, and goes up by one when the time falls by more than half a day.
 */
final class Timeline {

  /** Too low: a clock put back by hand looks like midnight. Too high: a sparse log loses a day. */
  private static final int MIDNIGHT_FALL = 12 * 3600;

  private static final int DAY = 86_400;
  private static final int HOUR = 3600;

  /** What a row's time tells of its interval. */
  enum Verdict {
    /** The interval is [{@link #start()}, {@link #end()}). */
    INTERVAL,
    /** The row prints the time of its header: a mean since boot. */
    SINCE_BOOT,
    /** No time has passed since the sample before. */
    EMPTY,
    /**
     * The clock was put back by an hour, though not in this zone: with that hour, the interval is
     * as long as the one before. It is told in the time behind the change.
     */
    HOUR_BACK,
    /** The clock went back, and nothing says why. */
    STEP_BACK
  }

  private final WallClock clock;
  private long day;
  private int secondOfDay;
  private long instant;
  private long start;
  private long fall;

  /** Seconds of the last interval, 0 before the first. */
  private long length;

  private boolean continued;
  private boolean headerIsLast;
  private Verdict verdict;

  Timeline(WallClock clock, ClockReading base) {
    this.clock = clock;
    day = base.day();
    secondOfDay = base.secondOfDay();
    instant = base.instant();
  }

  /**
   * A point between two rows, in words that {@link #of} reads; none of them is empty or has a
   * blank.
   */
  String state() {
    return String.join(
        " ",
        Long.toString(day),
        Integer.toString(secondOfDay),
        Long.toString(instant),
        Long.toString(start),
        Long.toString(fall),
        Long.toString(length),
        Boolean.toString(continued),
        Boolean.toString(headerIsLast),
        String.valueOf(verdict));
  }

  /** Goes on at the point whose {@link #state} this is. */
  static Timeline of(WallClock clock, String state) {
    String[] words = state.split(" ", -1);
    Timeline timeline =
        new Timeline(
            clock,
            new ClockReading(
                Long.parseLong(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2])));
    timeline.start = Long.parseLong(words[3]);
    timeline.fall = Long.parseLong(words[4]);
    timeline.length = Long.parseLong(words[5]);
    timeline.continued = Boolean.parseBoolean(words[6]);
    timeline.headerIsLast = Boolean.parseBoolean(words[7]);
    timeline.verdict = words[8].equals("null") ? null : Verdict.valueOf(words[8]);
    return timeline;
  }

  /** A header with this time: a first sample begins there. */
  void header(int time) {
    moveTo(time, 0);
    continued = verdict != null;
    headerIsLast = true;
  }

  /**
   * A row with this time.
   *
   * @param newSample whether the row cannot be of the sample that the last row was of
   */
  Verdict row(int time, boolean newSample) {
    if (time == secondOfDay && !headerIsLast && !newSample) {
      return verdict;
    }
    if (time == secondOfDay && headerIsLast) {
      headerIsLast = false;
      verdict = continued ? Verdict.EMPTY : Verdict.SINCE_BOOT;
      return verdict;
    }
    long before = instant;
    moveTo(time, 1);
    headerIsLast = false;
    start = before;
    fall = before - instant;
    verdict = verdict();
    if (verdict == Verdict.HOUR_BACK) {
      start = instant - (HOUR - fall);
    }
    if (verdict == Verdict.INTERVAL || verdict == Verdict.HOUR_BACK) {
      length = instant - start;
    }
    return verdict;
  }

  private Verdict verdict() {
    if (fall <= 0) {
      return fall == 0 ? Verdict.EMPTY : Verdict.INTERVAL;
    }
    long withTheHour = HOUR - fall;
    boolean alike = Math.abs(withTheHour - length) <= Math.max(1, length / 2);
    return length > 0 && withTheHour > 0 && alike ? Verdict.HOUR_BACK : Verdict.STEP_BACK;
  }

  private void moveTo(int time, int atLeast) {
    if (secondOfDay - time > MIDNIGHT_FALL) {
      day++;
    }
    secondOfDay = time;
    long floor = instant == Long.MIN_VALUE ? instant : instant + atLeast;
    instant = clock.instant(day * DAY + time, floor);
  }

  ClockReading last() {
    return new ClockReading(day, secondOfDay, instant);
  }

  /** Begin of the last row's interval, in seconds since 1970-01-01T00:00:00Z. */
  long start() {
    return start;
  }

  /** End of the last row's interval, in seconds since 1970-01-01T00:00:00Z. */
  long end() {
    return instant;
  }

  /** By how many seconds the clock went back at the last {@link Verdict#STEP_BACK}. */
  long fall() {
    return fall;
  }
}
