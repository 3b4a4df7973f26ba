package io.tierlens.formats.mysql;

import io.tierlens.formats.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;

/**
 * How far a server's clock was from UTC, and when: {@code +01:00 until 2026-03-29T01:00:00Z, +02:00
 * from 2026-03-29T01:00:00Z}. In time order; where it is not known exactly when one took over from
 * the other, both hold.
 */
final class ClockOffsets {

  private static final Pattern STEP =
      Pattern.compile("([+-]\\d{2}:\\d{2})(?: from (\\S+Z))?(?: until (\\S+Z))?");

  private final List<Step> steps;

  /**
   * One offset.
   *
   * @param offsetUs what the clock is ahead of UTC, in microseconds
   * @param fromUs the first instant at which it may hold; the least long for the first
   * @param untilUs the first instant at which it no longer may; the largest long for the last
   */
  record Step(long offsetUs, long fromUs, long untilUs) {

    boolean holds(long instant) {
      return instant >= fromUs && instant < untilUs;
    }
  }

  ClockOffsets(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * The offsets that the options state, if they do.
   *
   * @throws IllegalArgumentException if they cannot be read
   */
  static Optional<ClockOffsets> of(ReadOptions options) {
    return options.text(ReadOptions.CLOCK_OFFSETS).map(ClockOffsets::parse);
  }

  private static ClockOffsets parse(String text) {
    List<Step> steps = new ArrayList<>();
    try {
      for (String part : text.split(", *", -1)) {
        Matcher step = STEP.matcher(part.strip());
        if (!step.matches()) {
          throw wrong(text, null);
        }
        steps.add(
            new Step(
                1000L * DateTimeZone.forID(step.group(1)).getOffset(0),
                instant(step.group(2), Long.MIN_VALUE),
                instant(step.group(3), Long.MAX_VALUE)));
      }
    } catch (IllegalArgumentException e) {
      throw wrong(text, e);
    }
    boolean whole =
        steps.get(0).fromUs() == Long.MIN_VALUE
            && steps.get(steps.size() - 1).untilUs() == Long.MAX_VALUE;
    for (int i = 1; i < steps.size(); i++) {
      whole &= steps.get(i).fromUs() <= steps.get(i - 1).untilUs();
      whole &= steps.get(i - 1).untilUs() < Long.MAX_VALUE;
    }
    if (!whole) {
      throw wrong(text, null);
    }
    return new ClockOffsets(steps);
  }

  private static long instant(String text, long missing) {
    return text == null ? missing : 1000L * Instant.parse(text).getMillis();
  }

  private static IllegalArgumentException wrong(String text, Exception cause) {
    return new IllegalArgumentException(
        ReadOptions.CLOCK_OFFSETS
            + " must be like \"+01:00 until 2026-03-29T01:00:00Z, +02:00 from"
            + " 2026-03-29T01:00:00Z\" and leave out no time, not \""
            + text
            + "\"",
        cause);
  }

  /** The earliest instant at which the clock may have shown a time. */
  long earliest(long localUs) {
    return best(localUs, Math::min);
  }

  /** The latest instant at which the clock may have shown a time. */
  long latest(long localUs) {
    return best(localUs, Math::max);
  }

  private long best(long localUs, LongBinaryOperator better) {
    boolean found = false;
    long best = 0;
    for (Step step : steps) {
      long instant = localUs - step.offsetUs();
      if (step.holds(instant)) {
        best = found ? better.applyAsLong(best, instant) : instant;
        found = true;
      }
    }
    if (found) {
      return best;
    }
    // The clock jumped over this time. A clock that had not moved yet would have shown it last.
    long last = localUs - steps.get(0).offsetUs();
    for (Step step : steps) {
      long instant = localUs - step.offsetUs();
      last = instant >= step.fromUs() ? instant : last;
    }
    return last;
  }

  /** As in {@link ReadOptions#CLOCK_OFFSETS}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append(text.isEmpty() ? "" : ", ").append(offset(step.offsetUs()));
      if (step.fromUs() > Long.MIN_VALUE) {
        text.append(" from ").append(Instant.ofEpochMilli(step.fromUs() / 1000));
      }
      if (step.untilUs() < Long.MAX_VALUE) {
        text.append(" until ").append(Instant.ofEpochMilli(step.untilUs() / 1000));
      }
    }
    return text.toString();
  }

  /** An offset as {@code +05:30}. */
  static String offset(long offsetUs) {
    long minutes = Math.abs(offsetUs) / 60_000_000;
    return "%s%02d:%02d".formatted(offsetUs < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }
}
