package io.tierlens.formats.xentop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XentopTest {
  private static final String OLD =
      "NAME STATE CPU(sec) CPU(%) MEM(k) MEM(%) MAXMEM(k) MAXMEM(%) VCPUS NETS NETTX(k) NETRX(k)"
          + " VBDS VBD_OO VBD_RD VBD_WR SSID\n";
  private static final String NEW = OLD.replace(" SSID", " VBD_RSECT VBD_WSECT SSID");
  private static final ReadOptions SCHEDULED =
      ReadOptions.NONE
          .with(ReadOptions.START, "2009-01-23T10:00:00-05:00")
          .with(ReadOptions.INTERVAL, "500ms");

  private static Reading read(String text, ReadOptions options) {
    return Reading.of(new Xentop(), options, text);
  }

  private static String oldRow(String name, String cpuSeconds, String percent) {
    return name
        + " --b--- "
        + cpuSeconds
        + " "
        + percent
        + " 1024 9.4 no limit n/a 2 1 70 30 1 8 16 32 0\n";
  }

  private static String newRow(String name, String cpuSeconds, String percent) {
    return name
        + " -----r "
        + cpuSeconds
        + " "
        + percent
        + " 1024 9.4 2048 9.4 2 1 70 30 1 8 16 32 64 128 0\n";
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  @Test
  void networkIsToldFromTheGuestsSide() {
    Row before = read(OLD + oldRow("www", "10", "0.0"), SCHEDULED).rows().get(0);
    assertThat(before)
        .containsEntry("guest_tx_kib", 70L)
        .containsEntry("guest_rx_kib", 30L)
        .doesNotContainKeys("vbd_read_sectors", "vbd_written_sectors");
    Reading since = read(NEW + newRow("www", "10", "0.0"), SCHEDULED);
    assertThat(since.rows().get(0))
        .containsEntry("guest_tx_kib", 30L)
        .containsEntry("guest_rx_kib", 70L)
        .containsEntry("vbd_oo", 8L)
        .containsEntry("vbd_read_sectors", 64L)
        .containsEntry("vbd_written_sectors", 128L);
    assertThat(since.observations().facts())
        .containsEntry("xen by columns", "4.0 or later (VBD_RSECT)");
  }

  @Test
  void firstAppearanceHasNoShareAndNoBegin() {
    List<Row> rows =
        read(
                NEW
                    + newRow("a", "10", "0.0")
                    + NEW
                    + newRow("a", "11", "50.0")
                    + newRow("b", "0", "0.0")
                    + NEW
                    + newRow("b", "1", "99.9")
                    + NEW
                    + newRow("a", "12", "7.0")
                    + newRow("b", "0", "0.0"),
                SCHEDULED)
            .rows();
    long start = micros("2009-01-23T15:00:00Z");
    assertThat(rows)
        .extracting(row -> row.figure("cpu_percent"))
        // Second a: absent from the sample before. Third b: its counter fell, it is a new one.
        .containsExactly(null, 50.0, null, 99.9, null, null);
    assertThat(rows)
        .extracting(row -> (Long) row.get("interval_start"))
        .containsExactly(null, start, null, start + 500_000, start + 500_000, start + 1_000_000);
    assertThat(rows)
        .extracting(row -> row.whole("interval_end"))
        .containsExactly(
            start,
            start + 500_000,
            start + 500_000,
            start + 1_000_000,
            start + 1_500_000,
            start + 1_500_000);
  }

  @Test
  void namesMayHoldBlanksOrBeMissing() {
    List<Row> rows =
        read(OLD + oldRow("BB - backup2", "10", "0.0") + oldRow("   ", "1", "0.0"), SCHEDULED)
            .rows();
    assertThat(rows).extracting(row -> row.text("domain")).containsExactly("BB - backup2", "");
    assertThat(rows).extracting(row -> row.text("state")).containsOnly("--b---");
  }

  @Test
  void figuresThatAreNotThereAreNull() {
    String row = "www -----r 10 1.0 1024 9.4 no limit n/a 2 1 70 30 1 - - - - - 0\n";
    Row read = read(NEW + row, SCHEDULED).rows().get(0);
    assertThat(read)
        .containsEntry("vcpus", 2)
        .doesNotContainKeys(
            "vbd_oo", "vbd_reads", "vbd_writes", "vbd_read_sectors", "vbd_written_sectors");
  }

  @Test
  void counterThatFellBelowZeroMeansNothing() {
    String row = newRow("www", "10", "0.0").replace(" 64 ", " 18446744073562662986 ");
    Reading reading = read(NEW + row, SCHEDULED);
    assertThat(reading.rows().get(0)).doesNotContainKey("vbd_read_sectors");
    assertThat(reading.observations().facts()).containsEntry("counters without meaning", "1");
  }

  @Test
  void headerBeforeEachDomainIsOneSample() {
    StringBuilder text = new StringBuilder();
    for (int sample = 0; sample < 3; sample++) {
      for (String name : List.of("build", "Domain-0", "www")) {
        text.append(NEW).append(newRow(name, "1" + sample, "1.0"));
      }
    }
    Reading reading = read(text.toString(), SCHEDULED);
    assertThat(reading.observations().facts()).containsEntry("samples", "3");
    long start = micros("2009-01-23T15:00:00Z");
    assertThat(reading.rows())
        .extracting(row -> (row.whole("interval_end") - start) / 500_000)
        .containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L);
  }

  @Test
  void timeOfDayNeedsOnlyTheStart() {
    String summary = "4 domains: 1 running\nMem: 33548272k total   CPUs: 8 @ 2992MHz\n";
    String text =
        "xentop - 23:59:59   Xen 3.0.3\n"
            + summary
            + OLD
            + oldRow("www", "1", "0.0")
            + "xentop - 00:00:01   Xen 3.0.3\n"
            + summary
            + OLD
            + oldRow("www", "2", "50.0");
    ReadOptions start =
        ReadOptions.NONE
            .with(ReadOptions.START, "2009-01-24T00:00:00-05:00")
            .with(ReadOptions.TIME_ZONE, "America/New_York");
    Reading reading = read(text, start);
    assertThat(reading.rows())
        .extracting(row -> row.whole("interval_end"))
        .containsExactly(micros("2009-01-23T23:59:59-05:00"), micros("2009-01-24T00:00:01-05:00"));
    assertThat(reading.observations().facts()).containsEntry("xen version", "3.0.3");
    assertThat(reading.account().ignoredByKind()).containsEntry("summary", 6L);
    assertThat(read(text, ReadOptions.NONE).reasons())
        .containsOnly("the file has times of day only: option start must tell the date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1232722800.250|2009-01-23T15:00:00.250Z|epoch",
        "1232722800|2009-01-23T15:00:00Z|epoch",
        "1232722800123|2009-01-23T15:00:00.123Z|epoch",
        "2009-01-23T10:00:00-0500|2009-01-23T15:00:00Z|with an offset",
        "2009-01-23T10:00:00.5-05:00|2009-01-23T15:00:00.5Z|with an offset",
        "2009-01-23T15:00:00Z|2009-01-23T15:00:00Z|with an offset",
        "2009-01-23 10:00:00|2009-01-23T15:00:00Z|without an offset",
        "[2009-01-23 10:00:00.125]|2009-01-23T15:00:00.125Z|without an offset",
        "2009-01-23T10:00:00|2009-01-23T15:00:00Z|without an offset",
        "2009/01/23 10:00:00|2009-01-23T15:00:00Z|without an offset",
        "2009-01-23 10:00:00 -0500|2009-01-23T15:00:00Z|with an offset",
        "2009-01-23 15:00:00 UTC|2009-01-23T15:00:00Z|with an offset",
        "2009-01-23 (Fri) 10:00:00|2009-01-23T15:00:00Z|without an offset",
        "Fri Jan 23 10:00:00 EST 2009|2009-01-23T15:00:00Z|without an offset",
        "Fri Jan 23 15:00:00 UTC 2009|2009-01-23T15:00:00Z|with an offset",
        "Fri 23 Jan 2009 10:00:00 AM EST|2009-01-23T15:00:00Z|without an offset",
        "Fri 23 Jan 2009 10:00:00 PM EST|2009-01-24T03:00:00Z|without an offset",
        "1232722800.041 2009-01-23T10:59:59-0500|2009-01-23T15:00:00.041Z|epoch",
        "2009-01-23 10:59:59 1232722800.041|2009-01-23T15:00:00.041Z|epoch",
      })
  void stampsOfAllKindsBeforeEachLineOrOnTheirOwn(String stamp, String instant, String form) {
    ReadOptions zone = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
    String before = stamp + " " + NEW + stamp + "   " + newRow("my www", "1", "0.0");
    String apart = stamp + "\n" + NEW + newRow("my www", "1", "0.0");
    for (String text : List.of(before, apart)) {
      Reading reading = read(text, zone);
      assertThat(reading.rejects()).as(text).isEmpty();
      assertThat(reading.rows()).hasSize(1);
      assertThat(reading.rows().get(0).text("domain")).isEqualTo("my www");
      assertThat(reading.rows().get(0).whole("interval_end")).isEqualTo(micros(instant));
      assertThat(reading.observations().facts().get("stamps")).contains(form);
    }
  }

  @Test
  void stampsWinOverOptionsAndOneIsNotGuessedFromAnother() {
    Reading reading =
        read(
            "1232722800\n" + NEW + newRow("a", "1", "0.0") + NEW + newRow("a", "2", "5.0"),
            SCHEDULED);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.reasons())
        .containsExactly("no stamp before the header, though other headers have one");
  }

  @Test
  void stampWithoutItsYearLeavesItToTheOptions() {
    String text =
        "Jan 23 10:00:00 "
            + NEW
            + "Jan 23 10:00:00 "
            + newRow("a", "1", "0.0")
            + "Jan 23 10:00:00 VCPUs(sec): 0: 5s\n";
    assertThat(read(text, ReadOptions.NONE).reasons())
        .containsExactly(
            "the stamps have no year: option year must tell it,"
                + " or options start and interval when samples were taken");
    Reading scheduled = read(text, SCHEDULED);
    assertThat(scheduled.rejects()).isEmpty();
    assertThat(scheduled.rows()).extracting(row -> row.text("domain")).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "www --b--- 10 0.0 1024|the row ends before column MEM(%)",
        "www --b---|no state such as --b--- and figures behind it: not a row, or a cut one",
        "what is this|no state such as --b--- and figures behind it: not a row, or a cut one",
        "www --b--- 10 x 1024 9.4 1 n/a 2 1 70 30 1 8 16 32 0|column CPU(%) holds no number",
        "www --b--- 10 0 1024 9.4 1 n/a 2 1 70 30 1 8 16 32 0 1"
            + "|the row has more values than its header columns",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    Reading reading = read(OLD + line, SCHEDULED);
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void rowsNeedAHeader() {
    assertThat(read(oldRow("www", "1", "0.0"), SCHEDULED).reasons())
        .containsExactly("no header above");
  }

  @Test
  void thousandsOfDomains() {
    StringBuilder text = new StringBuilder();
    for (int sample = 0; sample < 2; sample++) {
      text.append("NAME STATE CPU(sec) CPU(%)\n");
      for (int domain = 0; domain < 1000; domain++) {
        text.append("vm").append(domain).append(" -----r ").append(sample).append(" 12.5\n");
      }
    }
    Reading reading = read(text.toString(), SCHEDULED);
    assertThat(reading.rows()).hasSize(2000);
    assertThat(reading.rows().stream().filter(row -> row.figure("cpu_percent") == null))
        .hasSize(1000);
    assertThat(reading.observations().facts()).containsEntry("domains", "1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2009-01-23", "2009-01-23T10:00:00", "yesterday", "2009-13-23T10:00:00Z"})
  void startMustBeAnInstant(String start) {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.START, start);
    assertThatThrownBy(() -> read("", options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("start")
        .hasMessageContaining(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "s", "-2s", "2 days", "0s"})
  void intervalMustBeALength(String interval) {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.INTERVAL, interval);
    assertThatThrownBy(() -> read("", options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interval");
  }
}
