package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of servers before 5.1, few of whose entries tell an instant, are read by those that do. */
class ServerZoneTest {

  private static final long SECOND = 1_000_000;

  /** An entry that ends at an instant; {@code set} if it tells its start. */
  private static String entry(DateTime end, int queryTime, boolean set) {
    String stamp = DateTimeFormat.forPattern("yyMMdd HH:mm:ss").print(end);
    long start = end.getMillis() / 1000 - queryTime;
    return "# Time: "
        + stamp
        + "\n# User@Host: a[a] @ h []\n# Query_time: "
        + queryTime
        + "  Lock_time: 0  Rows_sent: 1  Rows_examined: 1\n"
        + (set ? "SET timestamp=" + start + ";\n" : "")
        + "select 1;\n";
  }

  private static Reading readTwice(String log, ReadOptions stated) {
    ReadOptions options = stated;
    for (var learned : SlowLogs.read(log, stated).observations().learned().entrySet()) {
      options = options.with(learned.getKey(), learned.getValue());
    }
    return SlowLogs.read(log, options);
  }

  /** A year of entries, of which every fifth tells its start. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "Asia/Kolkata",
        "UTC",
        "Australia/Lord_Howe"
      })
  void theZoneIsFollowedThroughTheYear(String id) {
    DateTimeZone zone = DateTimeZone.forID(id);
    Random random = new Random(id.hashCode());
    StringBuilder log = new StringBuilder();
    java.util.ArrayList<DateTime> ends = new java.util.ArrayList<>();
    java.util.ArrayList<Integer> times = new java.util.ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      DateTime end = new DateTime(1_770_000_000_000L + i * 15_000_000L + random.nextInt(9), zone);
      int queryTime = 2 + random.nextInt(500);
      ends.add(end);
      times.add(queryTime);
      log.append(entry(end, queryTime, i % 5 == 0));
    }
    // A wrong zone is stated; the log knows better.
    Reading reading =
        readTwice(log.toString(), ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "Asia/Tokyo"));
    assertThat(reading.rows()).hasSize(2000);
    int open = 0;
    for (int i = 0; i < 2000; i++) {
      Row row = reading.rows().get(i);
      long start = (ends.get(i).getMillis() / 1000 - times.get(i)) * SECOND;
      long slack = row.whole("start_slack_us");
      // The true start lies in the second behind the logged one, or in that before it.
      assertThat(row.whole("start_time")).as("entry %s", i).isLessThanOrEqualTo(start);
      assertThat(row.whole("start_time") + slack).isGreaterThanOrEqualTo(start);
      if (slack > 3 * SECOND) {
        open++;
      }
    }
    assertThat(open).as("entries of hours that may be another").isLessThan(12);
    assertThat(reading.observations().facts())
        .containsKey("entries that contradict the stated time zone");
  }

  @Test
  void aSingleEntryDoesNotMoveTheClock() {
    DateTime noon = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeZone.forID("Europe/Berlin"));
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      DateTime end = noon.plusMinutes(i);
      log.append(entry(i == 5 ? end.withZone(DateTimeZone.UTC) : end, 3, i % 2 == 1));
    }
    assertThat(SlowLogs.read(log.toString()).observations().learned())
        .containsEntry(ReadOptions.CLOCK_OFFSETS, "+01:00");
  }

  @Test
  void theChangeIsWhereTheWorldsZonesHaveIt() {
    DateTime evening = new DateTime(2026, 3, 28, 20, 0, 0, DateTimeZone.forID("Europe/Paris"));
    String log =
        entry(evening, 3, true)
            + entry(evening.plusHours(1), 3, true)
            + entry(evening.plusHours(6), 3, false)
            + entry(evening.plusHours(20), 3, true)
            + entry(evening.plusHours(21), 3, true);
    Reading reading = readTwice(log, ReadOptions.NONE);
    assertThat(SlowLogs.read(log).observations().learned())
        .containsEntry(
            ReadOptions.CLOCK_OFFSETS,
            "+01:00 until 2026-03-29T01:00:00.000Z, +02:00 from 2026-03-29T01:00:00.000Z");
    assertThat(reading.rows().get(2).whole("start_time"))
        .isEqualTo((evening.plusHours(6).getMillis() / 1000 - 3) * SECOND - 999_999);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+01:00 until tomorrow, +02:00",
        "+01:00, +02:00",
        "here",
        "+01:00 until 2026-03-29"
      })
  void offsetsThatCannotBeReadAreRefused(String offsets) {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.CLOCK_OFFSETS, offsets);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlowLogs.read("", options))
        .withMessageContaining("clock-offsets must be like")
        .withMessageContaining(offsets);
  }

  @Test
  void integerTimesAreIntervals() {
    String log = entry(new DateTime(2026, 1, 1, 12, 0, 0, DateTimeZone.UTC), 3, false);
    Row row = SlowLogs.read(log).only();
    assertThat(List.of(row.whole("query_time_us"), row.whole("query_time_error_us")))
        .containsExactly(3 * SECOND, 999_999L);
    Row exact = SlowLogs.read(log.replace("Query_time: 3 ", "Query_time: 3.000000 ")).only();
    assertThat(exact.whole("query_time_error_us")).isZero();
  }

  /** One entry alone may agree with an offset by chance, so it is no match for a stated zone. */
  @Test
  void oneEntryIsEnoughOnlyWhereNoZoneIsStated() {
    DateTime noon = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeZone.forID("Europe/Berlin"));
    String one = entry(noon, 3, false) + entry(noon, 2, true).replaceFirst("# Time.*\n", "");
    String two = one + entry(noon.plusMinutes(1), 3, true);
    ReadOptions tokyo = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "Asia/Tokyo");
    assertThat(SlowLogs.read(one).observations().learned())
        .containsEntry(ReadOptions.CLOCK_OFFSETS, "+01:00");
    assertThat(SlowLogs.read(one, tokyo).observations().learned())
        .doesNotContainKey(ReadOptions.CLOCK_OFFSETS);
    assertThat(SlowLogs.read(two, tokyo).observations().learned())
        .containsEntry(ReadOptions.CLOCK_OFFSETS, "+01:00");
  }
}
