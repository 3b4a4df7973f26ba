package io.tierlens.formats.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts, their slack and durations, by every way in which a format can tell them. */
class TimesTest {

  /** 2026-11-22T12:16:38.636149Z. */
  private static final long BEGIN_US = 1_795_349_798_636_149L;

  private static final String ZONE = "America/New_York";

  private static Row read(String format, String line, Map<String, String> options) {
    ReadOptions all = ReadOptions.of(options).with(ReadOptions.FORMAT, format);
    return Reading.of(new ApacheAccess(), all, line + "\n").only();
  }

  private static Reading reading(String format, String text) {
    return Reading.of(new ApacheAccess(), ReadOptions.NONE.with(ReadOptions.FORMAT, format), text);
  }

  /** Formats, a line of each that tells {@link #BEGIN_US}, and how exactly it tells it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "%t | [22/Nov/2026:07:16:38 -0500] | 999999",
        "%{begin}t | [22/Nov/2026:07:16:38 -0500] | 999999",
        "%{sec}t | 1795349798 | 999999",
        "%{msec}t | 1795349798636 | 999",
        "%{usec}t | 1795349798636149 | 0",
        "%{begin:usec}t | 1795349798636149 | 0",
        "%{sec}t.%{usec_frac}t | 1795349798.636149 | 0",
        "%{begin:sec}t.%{begin:msec_frac}t | 1795349798.636 | 999",
        "%{sec}t%{usec_frac}t | 1795349798636149 | 0",
        "%{usec_frac}t %t | 636149 [22/Nov/2026:07:16:38 -0500] | 0",
        "%t,%{msec_frac}t | [22/Nov/2026:07:16:38 -0500],636 | 999",
        "%{msec}t %{usec_frac}t | 1795349798636 636149 | 0",
        "%{%s}t | 1795349798 | 999999",
        "%{%s}t.%{usec_frac}t | 1795349798.636149 | 0",
        "[%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t] | [2026-11-22T07:16:38.636-0500] | 999",
        "%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t | 22/Nov/2026:07:16:38.636 -0500 | 999",
        "%{%d/%b/%Y:%H:%M:%S %z}t | 22/Nov/2026:07:16:38 -0500 | 999999",
        "%{%d/%B/%y %I:%M:%S %p %z}t | 22/November/26 07:16:38 AM -0500 | 999999",
        "%{%F %T %z}t | 2026-11-22 07:16:38 -05:00 | 999999",
        "%{%F}t %h %{%T}t %{%z}t | 2026-11-22 ::1 12:16:38 Z | 999999",
        "%{%c}t | Sun Nov 22 12:16:38 2026 | 999999",
        "%{%D %r}t | 11/22/26 12:16:38 PM | 999999",
        "%{%Y%m%d%H%M%S}t | 20261122121638 | 999999",
        "%{%e %h %Y %k:%M:%S}t | 22 Nov 2026 12:16:38 | 999999",
        "%{%Y-%m-%d %R}t | 2026-11-22 12:16 | 59999999",
        "%{%a %Z %j %u %% %Y-%m-%d %H:%M:%S}t | Sun UTC 326 7 % 2026-11-22 12:16:38 | 999999",
        "%t %{usec}t | [01/Jan/2001:00:00:00 +0000] 1795349798636149 | 0",
        "%{usec}t %t | 1795349798636149 [01/Jan/2001:00:00:00 +0000] | 0",
        "%{msec}t %{sec}t | 1795349798636 1 | 999",
        "%{sec}t %t | 1795349798 [01/Jan/2001:00:00:00 +0000] | 999999",
        "%{usec}t %{end:usec}t | 1795349798636149 1795349799000000 | 0",
      })
  void theMostExactInstantIsTaken(String format, String line, long slack) {
    long unit = slack + 1;
    for (String behind : new String[] {"", " \"%r\""}) {
      Row row = read(format + behind, line + (behind.isEmpty() ? "" : " \"GET / H\""), Map.of());
      assertThat(row.get("start_time")).isEqualTo(BEGIN_US / unit * unit);
      assertThat(row.get("start_slack_us")).isEqualTo(slack);
    }
  }

  /** The true start lies from start_time to the slack behind it, whatever was cut off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%{end}t %D",
        "%{end:sec}t %D",
        "%{end:msec}t %D",
        "%{end:usec}t %D",
        "%{end:usec}t %{us}T",
        "%{end:usec}t %{ms}T",
        "%{end:usec}t %T",
        "%{end:sec}t %T",
        "%{end:sec}t.%{end:usec_frac}t %{ms}T",
        "%{end:sec}t.%{end:msec_frac}t %T",
        "%{end:%d/%b/%Y:%T %z}t %D",
      })
  void anEndGivesTheStartByTheDuration(String format) {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      long begin = BEGIN_US + random.nextInt(2_000_000_000);
      long duration = random.nextInt(i % 2 == 0 ? 3_000 : 30_000_000);
      long end = begin + duration;
      String line =
          format
              .replace("%{end}t", "[%{end:%d/%b/%Y:%T %z}t]")
              .replace("%{end:%d/%b/%Y:%T %z}t", stamp(end))
              .replace("%{end:sec}t", String.valueOf(end / 1_000_000))
              .replace("%{end:msec}t", String.valueOf(end / 1_000))
              .replace("%{end:usec}t", String.valueOf(end))
              .replace("%{end:usec_frac}t", String.format("%06d", end % 1_000_000))
              .replace("%{end:msec_frac}t", String.format("%03d", end / 1_000 % 1_000))
              .replace("%D", String.valueOf(duration))
              .replace("%{us}T", String.valueOf(duration))
              .replace("%{ms}T", String.valueOf(duration / 1_000))
              .replace("%T", String.valueOf(duration / 1_000_000));
      Row row = read(format, line, Map.of());
      assertThat(begin)
          .as(line)
          .isBetween(
              row.whole("start_time"), row.whole("start_time") + row.whole("start_slack_us"));
      long units = (format.endsWith(" %T") ? 1_000_000 : format.contains("ms}T") ? 1_000 : 1) - 1L;
      long stampUnit = format.contains("usec") ? 0 : format.contains("msec") ? 999 : 999_999;
      assertThat(row.whole("start_slack_us")).isEqualTo(units + stampUnit);
    }
  }

  private static String stamp(long us) {
    return DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z")
        .withZone(DateTimeZone.forID(ZONE))
        .withLocale(Locale.ENGLISH)
        .print(us / 1000);
  }

  @Test
  void withoutADurationTheEndStandsForTheStartAndAFactSaysSo() {
    Reading reading = reading("%{end:usec}t %m", BEGIN_US + " GET\n");
    assertThat(reading.only()).containsEntry("start_time", BEGIN_US);
    assertThat(reading.observations().facts().get("start"))
        .contains("tells only when requests ended, by %{end:usec}t");
    Reading absent = reading("%{end:usec}t %D", BEGIN_US + " -\n");
    assertThat(absent.only())
        .containsEntry("start_time", BEGIN_US)
        .doesNotContainKey("duration_us");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "%{usec}t %{end:usec}t | 1795349798636149 1795349798636159 | 10",
        "%{usec}t %{end:usec}t | 1795349798636149 1795349798636148 | null",
        "%{usec}t %{end:usec}t %T | 1795349798636149 1795349800636150 7 | 2000001",
        "%{usec}t %{end:usec}t %D | 1795349798636149 1795349798636159 7 | 7",
        "%{usec}t %{end:usec}t %D | 1795349798636149 1795349798636159 - | null",
        "%{msec}t %{end:msec}t | 1795349798636 1795349798637 | null",
        "%{usec}t %{end:msec}t | 1795349798636149 1795349798637 | null",
        "%{usec}t %{end:msec}t %T | 1795349798636149 1795349798637 3 | 3000000",
      })
  void twoExactInstantsMakeADuration(String format, String line, Long duration) {
    assertThat(read(format, line, Map.of()).get("duration_us")).isEqualTo(duration);
  }

  /** Times without an offset are of the stated zone, on every hour of the two changed nights. */
  @Test
  void aZoneTellsTimesWithoutAnOffset() {
    DateTimeZone zone = DateTimeZone.forID(ZONE);
    DateTimeFormatter printed = DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    int ambiguous = 0;
    for (String day : new String[] {"2026-03-08", "2026-11-01", "2026-11-22"}) {
      long midnight = DateTime.parse(day + "T00:00:00Z").getMillis();
      for (int minute = 0; minute < 3 * 24 * 60; minute += 10) {
        long millis = midnight + minute * 60_000L;
        Row row = read("%{%F %T}t", printed.print(millis), Map.of(ReadOptions.TIME_ZONE, ZONE));
        long start = row.whole("start_time");
        long slack = row.whole("start_slack_us");
        assertThat(millis * 1000).isBetween(start, start + slack);
        boolean shownTwice =
            printed.print(millis).equals(printed.print(millis + 3_600_000))
                || printed.print(millis).equals(printed.print(millis - 3_600_000));
        assertThat(slack).isEqualTo(shownTwice ? 3_600_999_999L : 999_999L);
        ambiguous += shownTwice ? 1 : 0;
      }
    }
    assertThat(ambiguous).isEqualTo(12);
    Row zoned =
        read("%{%F %T %z}t", "2026-11-01 01:30:00 -0400", Map.of(ReadOptions.TIME_ZONE, ZONE));
    assertThat(zoned.whole("start_slack_us")).isEqualTo(999_999);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%{%F %T}t | 2026-02-30 00:00:00 | day that no calendar has",
        "%{%F %T}t | 2026-13-01 00:00:00 | %{%F %T}t is not a time",
        "%{%F %T}t | 2026-12-01 24:00:00 | %{%F %T}t is not a time",
        "%{%F %T}t | 2026-12-01 23:00:61 | %{%F %T}t is not a time",
        "%{%F %T}t | 2026-12-01 | %{%F %T}t is not a time",
        "%{%F %T}t | - | %{%F %T}t is not a time",
        "%{sec}t %h | 17953497 ::1 | %{sec}t is not a time",
        "%{sec}t %h | 17953497981 ::1 | no < > behind %{sec}t",
        "%{sec}t.%{usec_frac}t | 1795349798.63614 | %{usec_frac}t is not a time",
        "%t | [30/Feb/2026:00:00:00 +0000] | %t is not a time",
      })
  void aTimeThatIsNoneIsARejectWithItsReason(String format, String line, String reason) {
    assertThat(reading(format, line + "\n").reasons().get(0)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%{%H:%M:%S}t", "%{%F}t", "%{msec_frac}t", "%h %D", "%{%F %I:%M:%S}t", "%{%Q}t"})
  void tokensThatMakeNoInstantAreNoFormat(String format) {
    assertThatThrownBy(() -> reading(format, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no %t");
  }

  @Test
  void theUnitOfTicksIsAnOption() {
    String line = "[22/Nov/2026:07:16:38 -0500] 17";
    assertThat(read("%t %D", line, Map.of())).containsEntry("duration_us", 17L);
    assertThat(read("%t %D", line, Map.of("duration-unit", "us")))
        .containsEntry("duration_us", 17L);
    assertThat(read("%t %D", line, Map.of("duration-unit", "ms")))
        .containsEntry("duration_us", 17_000L);
    assertThat(read("%t %{us}T", line, Map.of("duration-unit", "ms")))
        .containsEntry("duration_us", 17L);
    assertThat(read("%{end}t %D", line, Map.of("duration-unit", "ms")))
        .containsEntry("start_time", BEGIN_US / 1_000_000 * 1_000_000 - 17_999)
        .containsEntry("start_slack_us", 1_000_998L);
    assertThatThrownBy(() -> read("%t %D", line, Map.of("duration-unit", "s")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duration-unit must be us or ms");
    assertThat(read("%t %D", line + "0000000000000000", Map.of("duration-unit", "ms")))
        .doesNotContainKey("duration_us");
  }

  /** Option, durations as logged, and the option that the facts advise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "us | %D %T | 1500000 1 | none",
        "us | %D %T | 1500 1 | ms",
        "us | %T %D | 1 1500 | ms",
        "us | %T %D | 0 150 | none",
        "ms | %D %T | 1500 1 | none",
        "ms | %D %T | 1500000 1 | us",
        "us | %D %{ms}T | 1500 1 | none",
        "us | %D %{ms}T | 1500 1500 | ms",
        "ms | %D %{ms}T | 1500 1500 | none",
        "ms | %D %{us}T | 1500 1500 | us",
        "us | %D %{us}T | 15 15003 | ms",
        "us | %D %T | 7 3 | none",
        "us | %D | 7 | none",
        "us | %D %T | - - | none",
      })
  void aContradictionByAThousandIsOnlySaid(
      String unit, String tokens, String values, String advised) {
    Reading reading =
        Reading.of(
            new ApacheAccess(),
            ReadOptions.of(Map.of("format", "%t " + tokens, "duration-unit", unit)),
            ("[22/Nov/2026:07:16:38 -0500] " + values + "\n").repeat(3));
    assertThat(reading.rows()).hasSize(3);
    String fact = reading.observations().facts().get("duration unit");
    if (advised == null) {
      assertThat(fact).isNull();
    } else {
      assertThat(fact).endsWith("set duration-unit: " + advised);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "combined | the log holds no durations; let the server log them: LogFormat",
        "nginx | the log holds no durations; let the server log them: log_format",
        "combined %D | durations are %D, in microseconds",
        "combined %T %D | durations are %D, in microseconds",
        "combined %{ms}T | durations are %{ms}T, in milliseconds",
        "combined %T | durations are %T, in seconds",
        "nginx $request_time | durations are $request_time, in seconds",
        "%{usec}t %{end:usec}t | durations are %{end:usec}t less %{usec}t",
      })
  void theFormatAloneTellsTheTiming(String format, String words) {
    assertThat(reading(format, "").observations().facts().get("timing")).startsWith(words);
  }
}
