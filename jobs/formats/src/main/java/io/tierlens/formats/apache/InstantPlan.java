package io.tierlens.formats.apache;

import io.tierlens.formats.apache.Directive.Clock;
import io.tierlens.formats.apache.Directive.Time;
import io.tierlens.formats.time.TimePart;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the most exact instant is made of a format's time tokens.
 *
 * @param tokens the places of those that are needed, in their order
 * @param stamp the place of a {@code %t} that tells all but a fraction; -1 if none does
 * @param unitUs what the logged time is cut off to, in microseconds; 1 if it is exact
 * @param zoned whether the tokens tell the offset from UTC, so that no zone need be known
 * @param words the tokens' names, for messages
 */
record InstantPlan(
    Clock clock, Set<Integer> tokens, int stamp, long unitUs, boolean zoned, String words) {

  private static final long MINUTE_US = 60_000_000;
  private static final long SECOND_US = 1_000_000;
  private static final long MILLISECOND_US = 1_000;

  private static final Set<TimePart> DATE_AND_HOUR =
      EnumSet.of(TimePart.YEAR, TimePart.MONTH, TimePart.DAY, TimePart.HOUR, TimePart.MINUTE);

  /** The plan for one clock; empty if the tokens make no whole instant. */
  static Optional<InstantPlan> of(List<Directive> directives, Clock clock) {
    return new Choice(directives, clock).plan();
  }

  /** All tokens of one clock print one instant, so pieces of several of them go together. */
  private static final class Choice {
    private final List<Directive> directives;
    private final Clock clock;

    Choice(List<Directive> directives, Clock clock) {
      this.directives = directives;
      this.clock = clock;
    }

    Optional<InstantPlan> plan() {
      int exact = first(TimePart.EPOCH_MICROSECOND);
      if (exact >= 0) {
        return Optional.of(of(Set.of(exact), -1, 1, true));
      }
      int micros = first(TimePart.MICROSECOND_FRACTION);
      int millis = first(TimePart.MILLISECOND_FRACTION);
      int epochMillis = first(TimePart.EPOCH_MILLISECOND);
      if (epochMillis >= 0 && micros < 0) {
        return Optional.of(of(Set.of(epochMillis), -1, MILLISECOND_US, true));
      }
      int fraction = micros >= 0 ? micros : millis;
      long unit = micros >= 0 ? 1 : millis >= 0 ? MILLISECOND_US : SECOND_US;
      int second = first(TimePart.EPOCH_SECOND);
      int whole = second >= 0 ? second : epochMillis;
      if (whole >= 0) {
        return Optional.of(of(withFraction(whole, fraction), -1, unit, true));
      }
      int stamp = stamp();
      if (stamp >= 0) {
        return Optional.of(of(withFraction(stamp, fraction), stamp, unit, true));
      }
      return ofDateAndTime(fraction, unit);
    }

    private Optional<InstantPlan> ofDateAndTime(int fraction, long unit) {
      Set<TimePart> told = EnumSet.noneOf(TimePart.class);
      Set<Integer> tokens = new TreeSet<>();
      for (int i = 0; i < directives.size(); i++) {
        Set<TimePart> parts = calendarParts(i);
        if (!told.containsAll(parts)) {
          told.addAll(parts);
          tokens.add(i);
        }
      }
      if (!told.containsAll(DATE_AND_HOUR)) {
        return Optional.empty();
      }
      boolean seconds = told.contains(TimePart.SECOND);
      if (seconds && fraction >= 0) {
        tokens.add(fraction);
      }
      return Optional.of(
          of(tokens, -1, seconds ? unit : MINUTE_US, told.contains(TimePart.OFFSET)));
    }

    private InstantPlan of(Set<Integer> tokens, int stamp, long unitUs, boolean zoned) {
      List<String> names = tokens.stream().sorted().map(i -> directives.get(i).text()).toList();
      return new InstantPlan(clock, tokens, stamp, unitUs, zoned, String.join(" ", names));
    }

    private Set<TimePart> calendarParts(int token) {
      Set<TimePart> parts = EnumSet.noneOf(TimePart.class);
      Time time = directives.get(token).time();
      if (time == null || time.clock() != clock) {
        return parts;
      }
      for (TimePart part : time.parts()) {
        switch (part) {
          case YEAR, SHORT_YEAR -> parts.add(TimePart.YEAR);
          case HOUR -> parts.add(TimePart.HOUR);
          case HOUR_OF_HALF_DAY -> {
            if (anyTells(TimePart.HALF_DAY)) {
              parts.add(TimePart.HOUR);
            }
          }
          case MONTH, DAY, HALF_DAY, MINUTE, SECOND, OFFSET -> parts.add(part);
          default -> {}
        }
      }
      return parts;
    }

    private boolean anyTells(TimePart part) {
      return first(part) >= 0;
    }

    private int first(TimePart part) {
      for (int i = 0; i < directives.size(); i++) {
        Time time = directives.get(i).time();
        if (time != null && time.clock() == clock && time.parts().contains(part)) {
          return i;
        }
      }
      return -1;
    }

    private int stamp() {
      for (int i = 0; i < directives.size(); i++) {
        Time time = directives.get(i).time();
        if (time != null && time.clock() == clock && time.pattern() == null) {
          return i;
        }
      }
      return -1;
    }

    private static Set<Integer> withFraction(int whole, int fraction) {
      Set<Integer> tokens = new TreeSet<>();
      tokens.add(whole);
      if (fraction >= 0) {
        tokens.add(fraction);
      }
      return tokens;
    }
  }
}
