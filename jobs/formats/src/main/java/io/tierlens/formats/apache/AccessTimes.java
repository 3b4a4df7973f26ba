package io.tierlens.formats.apache;

import io.tierlens.formats.time.Slack;
import io.tierlens.formats.time.TimeParts;

/**
 * When a request began and how long it took, out of the line that a {@link LineScanner} has just
 * scanned. For one thread.
 *
 * <p>Where a format tells the end alone, the beginning is that less the duration. The duration is
 * cut off to its unit and so may have been longer by nearly a unit: the start is put that much
 * earlier, and the slack grows by as much. Not so for nginx, which takes the difference of two
 * readings that are cut off to the millisecond, and logs the later one. Without a duration the end
 * has to stand for the start.
 */
final class AccessTimes {
  private final LineScanner scanner;
  private final InstantPlan begin;
  private final InstantPlan end;
  private final int durationToken;
  private final long durationUnitUs;
  private final long shortfallUs;
  private long startUs;
  private long slackUs;
  private long durationUs;
  private String wrong = "";

  AccessTimes(AccessFormat format, LineScanner scanner) {
    this.scanner = scanner;
    begin = format.begin().orElse(null);
    end = format.end().orElse(null);
    durationToken = format.duration();
    durationUnitUs = durationToken < 0 ? 1 : unitUs(format.tokens().get(durationToken));
    shortfallUs = format.dialect().nginx() ? 0 : Slack.ofUnit(durationUnitUs);
  }

  private static long unitUs(FormatToken token) {
    return switch (token.meaning()) {
      case MILLISECONDS -> 1_000;
      case SECONDS -> 1_000_000;
      default -> 1;
    };
  }

  /** Works the times out; false if one of them is not in the calendar, as {@link #reason} says. */
  boolean read() {
    durationUs = durationToken < 0 ? LineScanner.ABSENT : logged();
    if (begin == null) {
      return readBack();
    }
    startUs = instant(begin);
    slackUs = Slack.ofUnit(begin.unitUs()) + ambiguity(begin);
    if (end != null) {
      long endUs = instant(end);
      durationUs = endUs < startUs ? LineScanner.ABSENT : endUs - startUs;
      return startUs != TimeParts.NOT_A_TIME && endUs != TimeParts.NOT_A_TIME;
    }
    return startUs != TimeParts.NOT_A_TIME;
  }

  private boolean readBack() {
    long endUs = instant(end);
    slackUs = Slack.ofUnit(end.unitUs()) + ambiguity(end);
    startUs = endUs;
    if (durationUs != LineScanner.ABSENT) {
      startUs -= durationUs + shortfallUs;
      slackUs += shortfallUs;
    }
    return endUs != TimeParts.NOT_A_TIME;
  }

  private long logged() {
    long value = scanner.number(durationToken);
    boolean seconds = durationUnitUs == 1_000_000;
    if (value == LineScanner.ABSENT || seconds) {
      return value;
    }
    return value > Long.MAX_VALUE / durationUnitUs ? LineScanner.ABSENT : value * durationUnitUs;
  }

  private long instant(InstantPlan plan) {
    TimeParts parts = scanner.parts(plan.clock());
    if (plan.stamp() >= 0) {
      return scanner.number(plan.stamp()) + parts.fraction();
    }
    long instant = parts.microseconds();
    if (instant == TimeParts.NOT_A_TIME) {
      wrong = plan.words();
    }
    return instant;
  }

  private long ambiguity(InstantPlan plan) {
    return plan.zoned() ? 0 : scanner.parts(plan.clock()).ambiguity();
  }

  long startUs() {
    return startUs;
  }

  /** How much later than {@link #startUs} the true start may be. */
  long slackUs() {
    return slackUs;
  }

  /** Or {@link LineScanner#ABSENT}. */
  long durationUs() {
    return durationUs;
  }

  /** Why {@link #read} failed. */
  String reason() {
    return wrong + " is a day that no calendar has";
  }
}
