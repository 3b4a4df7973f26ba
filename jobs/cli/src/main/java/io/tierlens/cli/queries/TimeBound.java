package io.tierlens.cli.queries;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound of a range of time as a user writes it: an instant, a local time, or a span back from the
 * newest entry.
 */
public final class TimeBound {

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  private static final Pattern SPAN = Pattern.compile("-(\\d{1,6})([smhdw])");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private final String text;
  private final Duration back;
  private final LocalDateTime local;
  private final ZoneOffset offset;

  private TimeBound(String text, Duration back, LocalDateTime local, ZoneOffset offset) {
    this.text = text;
    this.back = back;
    this.local = local;
    this.offset = offset;
  }

  /**
   * Reads a bound.
   *
   * @throws IllegalArgumentException if it is none; the message says what is one
   */
  public static TimeBound of(String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      Duration unit = UNITS.get(span.group(2));
      return new TimeBound(text, unit.multipliedBy(Long.parseLong(span.group(1))), null, null);
    }
    Matcher dateTime = DATE_TIME.matcher(text);
    if (!dateTime.matches()) {
      throw new IllegalArgumentException(problem(text));
    }
    try {
      String time = dateTime.group(2) == null ? "00:00" : dateTime.group(2);
      String zone = dateTime.group(3);
      return new TimeBound(
          text,
          null,
          LocalDateTime.parse(dateTime.group(1) + "T" + time),
          zone == null ? null : ZoneOffset.of(zone.equals("z") ? "Z" : zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(problem(text), e);
    }
  }

  private static String problem(String text) {
    return "\""
        + text
        + "\" is no time; write 2026-11-22, 2026-11-22T07:30:00 or 2026-11-22T07:30:00-05:00,"
        + " or a span back from the newest entry: -90s, -30m, -1h, -2d, -1w";
  }

  /** Whether it counts back from the newest entry. */
  public boolean isSpan() {
    return back != null;
  }

  /** Whether it is a local time, whose meaning depends on a zone. */
  public boolean isLocal() {
    return local != null && offset == null;
  }

  /**
   * The instant that is meant. A local time that is skipped when clocks are put forward is taken
   * for the one after the gap; of one that comes twice, for the first.
   *
   * @param zone of local times
   * @param newest start of the newest entry; needed for a span
   */
  public Instant instant(ZoneId zone, Instant newest) {
    if (back != null) {
      return newest.minus(back);
    }
    return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
  }

  /** As the user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
