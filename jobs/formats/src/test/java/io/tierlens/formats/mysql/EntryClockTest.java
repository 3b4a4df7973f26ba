package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import java.util.Map;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the statements of a log started. */
class EntryClockTest {

  private static final long SET = 1_795_349_789;
  private static final long SECOND = 1_000_000;
  private static final String USER = "# User@Host: a[a] @ h []\n";

  private static String entry(String before, String thread, String queryTime, String set) {
    return before
        + USER
        + (thread.isEmpty() ? "" : "# Thread_id: " + thread + "  Schema:   QC_hit: No\n")
        + "# Query_time: "
        + queryTime
        + "  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0\n"
        + set
        + "select 1;\n";
  }

  private static String set(long seconds) {
    return "SET timestamp=" + seconds + ";\n";
  }

  private static List<Object> clock(Reading reading, int row) {
    Map<String, Object> of = reading.rows().get(row);
    return java.util.Arrays.asList(
        of.get("start_time"), of.get("start_slack_us"), of.get("time_basis"));
  }

  @ParameterizedTest
  @CsvSource({"end,2500000", "start,0"})
  void wholeSecondsMeanWhatTheOptionSays(String basis, long before) {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_BASIS, basis);
    Reading reading = SlowLogs.read(entry("", "", "2.500000", set(SET)), options);
    assertThat(clock(reading, 0)).containsExactly(SET * SECOND - before, 999_999L, basis);
  }

  /** The start lies between that of a stamp that is an end and that of one that is a start. */
  @ParameterizedTest
  @CsvSource({"1795349789, 1795349789000000, 999999", "1795349789.250000, 1795349789250000, 0"})
  void aStampThatNothingDecidesLeavesTheStartOpenByTheQueryTime(
      String stamp, long micros, long slackOfStamp) {
    String log = entry("", "", "2.500000", "SET timestamp=" + stamp + ";\n");
    assertThat(clock(SlowLogs.read(log), 0))
        .containsExactly(micros - 2_500_000, 2_500_000 + slackOfStamp, null);
    for (String basis : List.of("start", "end")) {
      Row decided = SlowLogs.read(log, ReadOptions.NONE.with(ReadOptions.TIME_BASIS, basis)).only();
      assertThat(decided.whole("start_time")).isBetween(micros - 2_500_000, micros);
      assertThat(decided.whole("start_time") + decided.whole("start_slack_us"))
          .isLessThanOrEqualTo(micros + slackOfStamp);
    }
  }

  @Test
  void anotherBasisIsRefused() {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_BASIS, "middle");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlowLogs.read("", options))
        .withMessage("time-basis must be start or end, not middle");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:16:29.123456Z",
    "2026-11-22T07:16:29.123456-05:00",
    "2026-11-22T20:16:29.123456+08:00"
  })
  void isoStampsAreExactEndsWhateverTheOptionSays(String stamp) {
    String time = "# Time: " + stamp + "\n";
    for (String basis : List.of("start", "end")) {
      ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_BASIS, basis);
      // A session may set the clock of SET timestamp.
      Reading reading = SlowLogs.read(entry(time, "7", "2.500000", set(1_000_000_000)), options);
      assertThat(clock(reading, 0)).containsExactly(SET * SECOND + 123_456 - 2_500_000, 0L, "end");
      assertThat(reading.observations().learned()).isEmpty();
    }
  }

  @Test
  void theLongLineOfSlowExtraTellsTheStart() {
    String extra = "# Thread_id: 8 Errno: 0 Start: 2026-11-22T12:16:20.000001Z End: x\n";
    Reading reading =
        SlowLogs.read(entry("", "", "1.000000", set(SET)).replace(USER, USER + extra));
    assertThat(clock(reading, 0))
        .containsExactly(DateTime.parse("2026-11-22T12:16:20Z").getMillis() * 1000 + 1, 0L, "end");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 090123 10:00:00",
    "America/New_York, 090123 10:00:00",
    "America/New_York, 090723 10:00:00",
    "Asia/Kathmandu, 151231 23:59:59"
  })
  void aStampWithoutZoneIsReadInTheOptionsZone(String zone, String stamp) {
    String time = "# Time: " + stamp + "\n";
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, zone);
    Reading reading =
        SlowLogs.read(entry(time, "", "0.000010", "") + entry("", "", "0.000020", ""), options);
    DateTime expected =
        DateTime.parse(
            "20%s-%s-%s"
                    .formatted(stamp.substring(0, 2), stamp.substring(2, 4), stamp.substring(4, 6))
                + "T"
                + stamp.substring(7));
    long instant = expected.withZoneRetainFields(DateTimeZone.forID(zone)).getMillis() * 1000;
    assertThat(clock(reading, 0)).containsExactly(instant - 10, 1_000_009L, null);
    assertThat(clock(reading, 1)).containsExactly(instant - 20, 1_000_019L, null);
    assertThat(reading.observations().facts()).containsEntry("entries without own time", "1");
  }

  @Test
  void setTimestampCountsMoreThanAZoneThatIsWrong() {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "Asia/Tokyo");
    Reading reading =
        SlowLogs.read(entry("# Time: 261122  7:16:29\n", "", "0.000010", set(SET)), options);
    assertThat(reading.rows().get(0).get("start_time")).isEqualTo(SET * SECOND - 10);
    assertThat(reading.observations().facts()).containsEntry("zone offset", "-05:00 (1 entries)");
  }

  @Test
  void setTimestampFarFromItsOwnStampIsNotBelieved() {
    Reading reading =
        SlowLogs.read(entry("# Time: 261122 12:16:29\n", "", "0.000010", set(SET - 300)));
    assertThat(reading.rows().get(0).get("start_time")).isEqualTo(SET * SECOND - 10);
  }

  @Test
  void noClockAtAllIsNoTime() {
    Reading reading =
        SlowLogs.read(entry("", "", "0.1", "") + entry("# Time: margdl 11:48:27\n", "", "0.1", ""));
    assertThat(clock(reading, 0)).containsExactly(null, null, null);
    assertThat(clock(reading, 1)).containsExactly(null, null, null);
  }

  @Test
  void anOldServersWholeSecondsWidenTheSlack() {
    String log = entry("# Time: 261122 12:16:29\n", "", "3", "") + entry("", "", "3", set(SET - 3));
    Reading reading = SlowLogs.read(log);
    assertThat(clock(reading, 0)).containsExactly((SET - 4) * SECOND + 1, 2 * SECOND - 2, "end");
    assertThat(clock(reading, 1)).containsExactly((SET - 3) * SECOND, 999_999L, "start");
  }

  @Test
  void theClockOfASessionThatSetItIsNotBelieved() {
    String log =
        entry("", "4", "0.1", set(SET))
            + entry("", "9", "0.1", set(1_000_000_000))
            + entry("", "9", "0.1", set(1_000_000_001))
            + entry("", "9", "0.1", set(SET + 1));
    Reading reading = SlowLogs.read(log);
    assertThat(reading.all("start_time"))
        .containsExactly(SET * SECOND - 100_000, null, null, (SET + 1) * SECOND - 100_000);
    assertThat(reading.observations().facts())
        .containsEntry("entries with a clock set by the session", "2");
  }

  @Test
  void aLogThatGoesBackWithAllItsThreadsIsBelieved() {
    String log =
        entry("", "4", "0.1", set(SET))
            + entry("", "5", "0.1", set(1_000_000_000))
            + entry("", "6", "0.1", set(1_000_000_001))
            + entry("", "5", "0.1", set(1_000_000_002));
    assertThat(SlowLogs.read(log).all("start_time"))
        .containsExactly(
            SET * SECOND - 100_000,
            null,
            1_000_000_001 * SECOND - 100_000,
            1_000_000_002 * SECOND - 100_000);
  }
}
