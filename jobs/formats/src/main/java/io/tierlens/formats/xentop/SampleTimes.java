package io.tierlens.formats.xentop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.time.PrintedTime;
import io.tierlens.formats.time.StampFinder;
import io.tierlens.formats.time.WallClock;

/** When each sample was taken, by the best that the file and the options tell. */
final class SampleTimes {
  private static final int NO_CLOCK = -1;

  private final StampFinder stamp;
  private final PrintedTime clockText = new PrintedTime();
  private final SampleSchedule schedule;

  private long number;
  private long instant = Long.MIN_VALUE;
  private String basis = "none";
  private boolean stampsSeen;

  private boolean dateLineWaits;
  private long dateLineInstant;
  private String dateLineForm;
  private int clock = NO_CLOCK;

  private boolean headerStamped;
  private boolean headerUnreadable;
  private long headerInstant;
  private String headerForm;

  SampleTimes(ReadOptions options) {
    WallClock wallClock = new WallClock(options.timeZone());
    stamp = new StampFinder(wallClock);
    schedule = new SampleSchedule(options, wallClock);
  }

  /** A line between samples; whether it is a stamp and nothing else. */
  boolean dateLine(Tokens tokens) {
    if (!stamp.read(tokens, 0, tokens.count(), instant) || !stamp.pure()) {
      return false;
    }
    dateLineWaits = true;
    dateLineInstant = stamp.micros();
    dateLineForm = stamp.form().words();
    return true;
  }

  boolean isStamp(Tokens tokens, int count) {
    return stamp.read(tokens, 0, count, instant);
  }

  /** The time of day that the oldest versions print before the header. */
  void clock(Tokens tokens, int token) {
    clock = clockText.readTimeOfDay(tokens, token) ? clockText.secondOfDay() : NO_CLOCK;
  }

  /** A header with {@code prefix} words before it. */
  void header(Tokens tokens, int prefix) {
    headerUnreadable = false;
    headerStamped = false;
    if (prefix > 0) {
      headerStamped = stamp.read(tokens, 0, prefix, instant);
      headerUnreadable = !headerStamped;
      if (headerStamped) {
        headerInstant = stamp.micros();
        headerForm = stamp.form().words() + " before each line";
      }
    } else if (dateLineWaits) {
      headerStamped = true;
      headerInstant = dateLineInstant;
      headerForm = dateLineForm + " on a line before the header";
    }
    dateLineWaits = false;
    stampsSeen |= headerStamped;
  }

  /** A sample begins under the last header; whether its time is known. */
  boolean sample() {
    long sampleNumber = number++;
    if (headerStamped) {
      return take(headerInstant, headerForm);
    }
    if (clock != NO_CLOCK && schedule.hasStart()) {
      return take(schedule.timeOfDay(clock), "time of day as printed, date of option start");
    }
    return !stampsSeen
        && schedule.isComplete()
        && take(schedule.sample(sampleNumber), "options start and interval");
  }

  private boolean take(long sampleInstant, String how) {
    instant = sampleInstant;
    basis = how;
    return true;
  }

  /** Whether words stand before the last header that are no stamp known here. */
  boolean headerUnreadable() {
    return headerUnreadable;
  }

  /** Micros since 1970-01-01T00:00:00Z of the sample that began last. */
  long instant() {
    return instant;
  }

  /** What the times are taken from, for a person. */
  String basis() {
    return basis;
  }

  /** Why the sample that began last has no time. */
  String whyNone() {
    if (headerUnreadable) {
      return "the words before the header are no stamp that can be read:"
          + " options start and interval must tell when samples were taken";
    }
    if (stampsSeen) {
      return "no stamp before the header, though other headers have one";
    }
    return clock == NO_CLOCK
        ? "the file has no stamps: options start and interval must tell when samples were taken"
        : "the file has times of day only: option start must tell the date";
  }
}
