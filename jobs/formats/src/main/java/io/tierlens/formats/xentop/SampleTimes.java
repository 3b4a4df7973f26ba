package io.tierlens.formats.xentop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.domain.SampleSchedule;
import io.tierlens.formats.time.PrintedTime;
import io.tierlens.formats.time.StampFinder;
import io.tierlens.formats.time.SyslogStamp;
import io.tierlens.formats.time.WallClock;

/** When each sample was taken, by the best that the file and the options tell. */
final class SampleTimes {
  private static final int NO_CLOCK = -1;

  /** Too few: labels beside a stamp hide it. Too many: long lines of garbage take their time. */
  private static final int MOST_WORDS = 16;

  /** Words of a stamp of syslog: {@code Jan 23 10:00:00}. */
  private static final int SYSLOG_WORDS = 3;

  private static final int SYSLOG_LENGTH = 15;

  private final StampFinder stamp;
  private final SyslogStamp syslog;
  private final PrintedTime clockText = new PrintedTime();
  private final SampleSchedule schedule;

  private long number;
  private long instant = Long.MIN_VALUE;
  private String basis = "none";
  private boolean stampsSeen;
  private boolean scheduled;

  private boolean dateLineWaits;
  private long dateLineInstant;
  private String dateLineForm;
  private int clock = NO_CLOCK;

  private long readInstant;
  private String readForm;
  private boolean syslogRead;
  private boolean yearless;

  private boolean headerStamped;
  private boolean headerUnreadable;
  private long headerInstant;
  private String headerForm;

  SampleTimes(ReadOptions options) {
    WallClock wallClock = new WallClock(options.timeZone());
    stamp = new StampFinder(wallClock);
    syslog = new SyslogStamp(options.timeZone(), options.text(ReadOptions.YEAR).orElse(null));
    schedule = new SampleSchedule(options, wallClock);
  }

  /** A line between samples; whether it is a stamp and nothing else. */
  boolean dateLine(Tokens tokens) {
    int words = tokens.count();
    if (words > MOST_WORDS || !read(tokens, words) || !pure(words)) {
      return false;
    }
    dateLineWaits = true;
    dateLineInstant = readInstant;
    dateLineForm = readForm;
    return true;
  }

  boolean isStamp(Tokens tokens, int count) {
    return isSyslog(tokens, count) || stamp.read(tokens, 0, count, instant);
  }

  /** Reads the stamp among the first words; of syslog's the year may not be known. */
  private boolean read(Tokens tokens, int count) {
    syslogRead = isSyslog(tokens, count);
    if (!syslogRead) {
      boolean found = count <= MOST_WORDS && stamp.read(tokens, 0, count, instant);
      if (found) {
        readInstant = stamp.micros();
        readForm = stamp.form().words();
      }
      return found;
    }
    readInstant = syslog.microseconds(tokens.text(), tokens.start(0), tokens.end(SYSLOG_WORDS - 1));
    readForm = "date and time of syslog, year of option year";
    yearless = readInstant == SyslogStamp.NO_YEAR;
    return readInstant != SyslogStamp.NO_YEAR && readInstant != SyslogStamp.NOT_A_TIME;
  }

  private boolean pure(int words) {
    return syslogRead ? words == SYSLOG_WORDS : stamp.pure();
  }

  private static boolean isSyslog(Tokens tokens, int count) {
    return count >= SYSLOG_WORDS
        && SyslogStamp.monthWithoutYear(
                tokens.text(), tokens.start(0), tokens.end(SYSLOG_WORDS - 1))
            > 0
        && tokens.end(SYSLOG_WORDS - 1) - tokens.start(0) == SYSLOG_LENGTH;
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
      headerStamped = read(tokens, prefix);
      headerUnreadable = !headerStamped;
      if (headerStamped) {
        headerInstant = readInstant;
        headerForm = readForm + " before each line";
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
    scheduled = !stampsSeen && schedule.isComplete();
    return scheduled && take(schedule.sample(sampleNumber), "options start and interval");
  }

  /** The interval in seconds by which samples were dated; 0 if something better dates them. */
  double scheduledSeconds() {
    return scheduled ? schedule.intervalSeconds() : 0;
  }

  private boolean take(long sampleInstant, String how) {
    instant = sampleInstant;
    basis = how;
    return true;
  }

  /** Whether stamps of syslog were found whose year nobody has told. */
  boolean yearless() {
    return yearless;
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
    if (headerUnreadable && yearless) {
      return "the stamps have no year: option year must tell it,"
          + " or options start and interval when samples were taken";
    }
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
