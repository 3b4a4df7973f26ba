package io.tierlens.formats.domain;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.time.WallClock;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.format.ISODateTimeFormat;

/** The times of samples that carry none, as the options tell them. Instants are micros. */
public final class SampleSchedule {
  private static final long MICROS = 1_000_000;
  private static final long DAY = 86_400;
  private static final int HALF_DAY = 12 * 3600;
  private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
  private static final Pattern INTERVAL = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|m|h)");

  private final OptionalLong start;
  private final OptionalLong interval;
  private final WallClock clock;

  private long day;
  private int secondOfDay;
  private long clockInstant = Long.MIN_VALUE;

  /**
   * The schedule that the options tell, which may be none.
   *
   * @throws IllegalArgumentException if start or interval cannot be read
   */
  public SampleSchedule(ReadOptions options, WallClock clock) {
    this.clock = clock;
    start = options.text(ReadOptions.START).map(SampleSchedule::start).orElse(OptionalLong.empty());
    interval =
        options
            .text(ReadOptions.INTERVAL)
            .map(SampleSchedule::interval)
            .orElse(OptionalLong.empty());
  }

  private static OptionalLong start(String text) {
    if (!OFFSET.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "start must be a date, a time and an offset such as 2009-01-23T10:00:00-05:00, not "
              + text);
    }
    try {
      return OptionalLong.of(ISODateTimeFormat.dateTimeParser().parseMillis(text) * 1000);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "start must be like 2009-01-23T10:00:00-05:00, not " + text, e);
    }
  }

  private static OptionalLong interval(String text) {
    Matcher parts = INTERVAL.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("interval must be like 2s, 500ms or 1m, not " + text);
    }
    long unit =
        switch (parts.group(2)) {
          case "ms" -> 1000;
          case "s" -> MICROS;
          case "m" -> 60 * MICROS;
          default -> 3600 * MICROS;
        };
    double micros = Double.parseDouble(parts.group(1)) * unit;
    if (micros < 1) {
      throw new IllegalArgumentException("interval must be longer than 0, not " + text);
    }
    return OptionalLong.of(Math.round(micros));
  }

  /** Whether {@link #sample} can tell. */
  public boolean isComplete() {
    return start.isPresent() && interval.isPresent();
  }

  public boolean hasStart() {
    return start.isPresent();
  }

  /** The interval that was told, in seconds; only if the schedule {@link #isComplete}. */
  public double intervalSeconds() {
    return (double) interval.getAsLong() / MICROS;
  }

  /** When the sample of this number, from 0, was taken. */
  public long sample(long number) {
    return start.getAsLong() + number * interval.getAsLong();
  }

  /**
   * When a time of day was, the start telling the day of the first one and each fall by more than
   * half a day telling of midnight.
   */
  public long timeOfDay(int time) {
    if (clockInstant == Long.MIN_VALUE) {
      long seconds = Math.floorDiv(start.getAsLong(), MICROS);
      long wall = seconds + clock.zone().getOffset(seconds * 1000) / 1000;
      day = Math.floorDiv(wall, DAY);
      int startTime = (int) Math.floorMod(wall, DAY);
      day += startTime - time > HALF_DAY ? 1 : time - startTime > HALF_DAY ? -1 : 0;
    } else if (secondOfDay - time > HALF_DAY) {
      day++;
    }
    secondOfDay = time;
    clockInstant = clock.instant(day * DAY + time, clockInstant);
    return clockInstant * MICROS;
  }
}
