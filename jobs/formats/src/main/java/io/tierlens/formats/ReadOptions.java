package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.time.DateTimeZone;

/**
 * What a reader must be told and cannot see in the file. Keys are those of {@code run.yaml} and of
 * the data sources; each is named once, here.
 */
public final class ReadOptions {

  /** Zone of stamps that carry none: a name of the tz database or an offset. Default UTC. */
  public static final String TIME_ZONE = "time-zone";

  /**
   * Apache's LogFormat string, or a nickname of one; for a debug log of Interchange its
   * DebugTemplate.
   */
  public static final String FORMAT = "format";

  /**
   * Order of an ambiguous date, {@code mdy} or {@code dmy}; {@code ymd} for years of two digits.
   */
  public static final String DATE_ORDER = "date-order";

  /** Instant of the first sample of a dump that has no stamps, ISO 8601 with an offset. */
  public static final String START = "start";

  /** Spacing of the samples of a dump that has no stamps: {@code 2s}, {@code 500ms}, {@code 1m}. */
  public static final String INTERVAL = "interval";

  /**
   * Year of the first line of a log whose stamps have none, as those of syslog: {@code 2026}, or
   * {@code 2026-11} with the month that it begins in. Months before that one are of the next year.
   */
  public static final String YEAR = "year";

  /** The user's names for endpoints, one rule a line: {@code [METHOD ]PATTERN[ -> NAME]}. */
  public static final String ENDPOINTS = "endpoints";

  /** What the stamps of a slow log mean, {@code start} or {@code end}. */
  public static final String TIME_BASIS = "time-basis";

  /**
   * How far the clock of a slow log's stamps was from UTC, and when: {@code +01:00 until
   * 2026-03-29T01:00:00Z, +02:00 from 2026-03-29T01:00:00Z}. The log itself tells, where some
   * entries have {@code SET timestamp}; then it goes before {@link #TIME_ZONE}.
   */
  public static final String CLOCK_OFFSETS = "clock-offsets";

  /** What Apache's {@code %D} counts on this server, {@code us} (the rule) or {@code ms}. */
  public static final String DURATION_UNIT = "duration-unit";

  /** How many bytes of one line are read; a longer line is a reject that says its length. */
  public static final String MAX_LINE_BYTES = "max-line-bytes";

  /** All of them. */
  public static final List<String> NAMES =
      List.of(
          FORMAT,
          ENDPOINTS,
          TIME_ZONE,
          YEAR,
          START,
          INTERVAL,
          DATE_ORDER,
          TIME_BASIS,
          CLOCK_OFFSETS,
          DURATION_UNIT,
          MAX_LINE_BYTES);

  public static final ReadOptions NONE = new ReadOptions(Map.of());

  private final Map<String, String> values;

  private ReadOptions(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public static ReadOptions of(Map<String, String> values) {
    return new ReadOptions(values);
  }

  public ReadOptions with(String key, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(key, value);
    return new ReadOptions(more);
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * Zone of stamps that carry none.
   *
   * @throws IllegalArgumentException if the zone is unknown
   */
  public DateTimeZone timeZone() {
    return text(TIME_ZONE).map(DateTimeZone::forID).orElse(DateTimeZone.UTC);
  }

  /**
   * How many bytes of one line are read.
   *
   * @throws IllegalArgumentException if the option is no positive whole number
   */
  public int maxLineBytes() {
    String bytes = text(MAX_LINE_BYTES).orElse(null);
    if (bytes == null) {
      return LineReader.DEFAULT_MAX_LINE_BYTES;
    }
    if (!bytes.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          MAX_LINE_BYTES + " must be a whole number from 1 to 999999999, not " + bytes);
    }
    return Integer.parseInt(bytes);
  }

  public Map<String, String> asMap() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
