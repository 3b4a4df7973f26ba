package io.tierlens.formats.sadf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -d} and {@code -dh}, line by line. */
class SadfTableTest {
  private static final String HEAD = "# hostname;interval;timestamp;";
  private static final String CPU = HEAD + "CPU;%user;%nice;%system;%iowait;%steal;%idle\n";
  private static final String QUEUE = HEAD + "runq-sz;ldavg-1\n";
  private static final String AT = "vm;2;2026-11-22 10:42:07 UTC;";

  private static Reading read(String text) {
    return Reading.of(new Sadf(), text);
  }

  private static Reading read(String zone, String text) {
    return Reading.of(new Sadf(), ReadOptions.NONE.with(ReadOptions.TIME_ZONE, zone), text);
  }

  private static long micros(String iso) {
    return new DateTime(iso).getMillis() * 1000;
  }

  @Test
  void aRowTellsAllOfItself() {
    Row row = read(CPU + AT + "-1;25.89;0.00;15.62;4.69;35.04;18.76\n").only();
    assertThat(row)
        .containsEntry("line", 2L)
        .containsEntry("cpu", -1)
        .containsEntry("user", 25.89)
        .containsEntry("form", "short")
        .containsEntry("sums_to_100", true)
        .containsEntry("host_name", "vm")
        .containsEntry("interval_start", micros("2026-11-22T10:42:05Z"))
        .containsEntry("interval_end", micros("2026-11-22T10:42:07Z"))
        .doesNotContainKeys("cpus", "irq", "suspect");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IFACE;rxkB/s;%ifutil|eth0;1.50;2|IFACE eth0 rxkB/s 1.5, IFACE eth0 %ifutil 2.0",
        "CPU;MHz|-1;2596.13|CPU all MHz 2596.13",
        "CPU;MHz|3;nan|CPU 3 MHz null",
        "FILESYSTEM;MBfsfree;Ifree|/dev/a b;1;2|MBfsfree /dev/a b MBfsfree 1.0,"
            + " MBfsfree /dev/a b Ifree 2.0",
        "FAN;DEVICE;rpm;drpm|1;it87.1;3000;0|FAN 1 rpm 3000.0, FAN 1 drpm 0.0",
        "manufact;product;BUS;idvendor;idprod;maxpower|a;b;2;1d6b;2;50|BUS 2 maxpower 50.0",
        "INTR;CPU*|sum;3.00;1.00;2.00|INTR sum all 3.0, INTR sum CPU0 1.0, INTR sum CPU1 2.0",
        "INTR;CPU*|sum;3.00|INTR sum all 3.0",
        "INTR;intr/s|-1;3.00|INTR sum intr/s 3.0",
        "TTY;rcvin/s;brk/s|0;1.00;0;2.00|TTY 0 rcvin/s 1.0, TTY 0 brk/s 2.0",
        "new/s;newer|1.00;2|new/s null new/s 1.0, new/s null newer 2.0",
        "kbmemfree;kbmemused;kbswpfree|1;2;3|kbmemfree null kbmemfree 1.0,"
            + " kbmemfree null kbmemused 2.0, kbmemfree null kbswpfree 3.0",
      })
  void sectionsGoByTheNamesOfTheText(String columns, String cells, String expected) {
    Reading reading = read(HEAD + columns + "\n" + AT + cells + "\n");
    assertThat(reading.reasons()).isEmpty();
    List<String> found =
        reading.rows().stream()
            .map(
                row ->
                    row.text("section")
                        + " "
                        + row.text("item")
                        + " "
                        + row.text("metric")
                        + " "
                        + row.figure("value"))
            .toList();
    assertThat(String.join(", ", found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vm;2;2026-11-22 10:42:07 UTC|it has not even host, interval, time and a figure",
        "vm;2;2026-11-22 10:42:60 UTC;1;2.00|the third cell holds no time",
        "vm;2;2026-02-29 10:42:07 UTC;1;2.00|the third cell holds no time",
        "vm;2;2026-11-22 10:42:07UTC;1;2.00|the third cell holds no time",
        "vm;2;12345678;1;2.00|the third cell holds no time",
        "vm;;2026-11-22 10:42:07 UTC;1;2.00|the second cell holds no interval",
        "vm;2s;2026-11-22 10:42:07 UTC;1;2.00|the second cell holds no interval",
        "vm;99999999999;2026-11-22 10:42:07 UTC;1;2.00|the second cell holds no interval",
        "vm;0;2026-11-22 10:42:07 UTC;1;2.00|no time has passed since the sample before",
        "vm;-1;2026-11-22 10:42:07 UTC;1;2.00|neither a restart nor a comment",
        "vm;2;2026-11-22 10:42:07 UTC;1|the row has 4 cells, its header 5 columns",
        "vm;2;2026-11-22 10:42:07 UTC;1;2.00;3|the row has 6 cells, its header 5 columns",
        "vm;2;2026-11-22 10:42:07 UTC;1;|column ldavg-1 holds no number",
        "vm;2;2026-11-22 10:42:07 UTC;;2.00|column runq-sz holds no number",
        "# hostname;interval;timestamp;|a header that names no column of figures",
        "# hostname;interval;timestamp;CPU;|a header that names no column of figures",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    Reading reading = read(QUEUE + line + "\n" + (line.startsWith("#") ? "" : AT + "1;2.00\n"));
    assertThat(reading.reasons()).hasSize(1);
    assertThat(reading.reasons().get(0)).contains(reason);
    assertThat(reading.rows()).hasSize(line.startsWith("#") ? 0 : 2);
  }

  @Test
  void carriageReturns() {
    assertThat(read((QUEUE + AT + "1;2.00\n").replace("\n", "\r\n")).rows()).hasSize(2);
    assertThat(read(QUEUE + AT + "1;2.\r00\n").reasons())
        .containsExactly("a carriage return within the row");
  }

  @Test
  void aFigureCutAtTheEndOfTheFileIsNotTaken() {
    String rows = QUEUE + AT + "1;2.00\nvm;2;2026-11-22 10:42:09 UTC;1;";
    assertThat(read(rows + "12.25").rows()).hasSize(4);
    for (String cut : List.of("12.2", "12.", "12", "1")) {
      assertThat(read(rows + cut).reasons()).containsExactly("the file ends within this row");
    }
  }

  @Test
  void interruptColumnsAreNotGuessed() {
    Reading reading = read(HEAD + "INTR;CPU*\n" + AT + "sum;300.00;100.00;100.00\n");
    assertThat(reading.reasons().get(0)).contains("not the sum of the others");
  }

  /** Rows of RHEL 4 and 5, and of exports whose headers somebody cut away. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1;1.00;0.00;2.00;97.00|{cpu=-1, user=1.0, system=2.0, idle=97.0}",
        "0;1.00;0.00;2.00;3.00;94.00|{cpu=0, user=1.0, system=2.0, iowait=3.0, idle=94.0}",
        "7;1.00;0.00;2.00;3.00;0.50;93.50"
            + "|{cpu=7, user=1.0, system=2.0, iowait=3.0, steal=0.5, idle=93.5}",
      })
  void cpuRowsWithoutAHeaderAreKnownByTheirSum(String cells, String expected) {
    Row row = read(AT + cells + "\n").only();
    Map<String, Object> told = new LinkedHashMap<>();
    for (String field : List.of("cpu", "user", "system", "iowait", "steal", "idle")) {
      if (row.containsKey(field)) {
        told.put(field, row.get(field));
      }
    }
    assertThat(told.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "-1;1.00;0.00;2.00;96.00",
        "sda;1.00;0.00;2.00;97.00",
        "-1;0.00;0.00;0.00;0.00",
        "1.00;2.00",
        "-1;100.00",
        "x;y",
        "-1;1.00;0.00;2.00;97.00;a"
      })
  void otherRowsWithoutAHeaderAreRejected(String cells) {
    Reading reading = read(AT + cells + "\n");
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.reasons().get(0)).contains("no header above").contains("sadf -p");
  }

  @Test
  void intervalsAdjoinWhereRoundingAloneKeepsThemApart() {
    Reading reading =
        read(
            QUEUE
                + "vm;600;2026-11-22 10:00:01 UTC;1;2.00\n"
                + "vm;600;2026-11-22 10:10:02 UTC;1;2.00\n"
                + "vm;600;2026-11-22 10:20:01 UTC;1;2.00\n"
                + "vm;600;2026-11-22 10:40:01 UTC;1;2.00\n");
    assertThat(reading.all("interval_start"))
        .containsExactly(
            micros("2026-11-22T09:50:01Z"),
            micros("2026-11-22T09:50:01Z"),
            micros("2026-11-22T10:00:01Z"),
            micros("2026-11-22T10:00:01Z"),
            micros("2026-11-22T10:10:02Z"),
            micros("2026-11-22T10:10:02Z"),
            micros("2026-11-22T10:30:01Z"),
            micros("2026-11-22T10:30:01Z"));
  }

  /** 01:10 is shown twice; a section that begins anew begins in the first of both hours. */
  @Test
  void hoursThatAreShownTwice() {
    String rows =
        """
        vm;1800;2026-11-01 00:50:00;1;2.00
        vm;1800;2026-11-01 01:20:00;1;2.00
        vm;1800;2026-11-01 01:50:00;1;2.00
        vm;1800;2026-11-01 01:20:00;1;2.00
        vm;1800;2026-11-01 01:50:00;1;2.00
        vm;1800;2026-11-01 02:20:00;1;2.00
        """;
    Reading reading = read("America/New_York", QUEUE + rows + HEAD + "a/s;b/s\n" + rows);
    List<Object> ends = reading.all("interval_end");
    List<Object> once = ends.subList(0, 12);
    assertThat(once.stream().distinct())
        .containsExactly(
            micros("2026-11-01T04:50:00Z"),
            micros("2026-11-01T05:20:00Z"),
            micros("2026-11-01T05:50:00Z"),
            micros("2026-11-01T06:20:00Z"),
            micros("2026-11-01T06:50:00Z"),
            micros("2026-11-01T07:20:00Z"));
    assertThat(ends.subList(12, 24)).isEqualTo(once);
    assertThat(reading.observations().facts()).doesNotContainKey("clock steps back");
  }

  /** What sysstat prints behind a time of summer is the winter's abbreviation. */
  @Test
  void anAbbreviationIsNoOffset() {
    String row = QUEUE + "vm;60;2019-06-30 01:39:34 EST;1;2.00\n";
    Reading reading = read("America/New_York", row);
    assertThat(reading.rows().get(0).whole("interval_end"))
        .isEqualTo(micros("2019-06-30T05:39:34Z"));
    assertThat(reading.observations().facts().get("stamps")).startsWith("local time (EST");
    assertThat(read("Asia/Tokyo", row).rows().get(0).whole("interval_end"))
        .isEqualTo(micros("2019-06-29T16:39:34Z"));
  }

  @Test
  void clocksPutBackAreCountedAndTheIntervalIsStillTold() {
    Reading reading =
        read(
            QUEUE
                + "vm;60;2026-11-22 10:10:00 UTC;1;2.00\n"
                + "vm;60;2026-11-22 10:05:00 UTC;1;2.00\n");
    assertThat(reading.rows().get(2))
        .containsEntry("interval_start", micros("2026-11-22T10:04:00Z"))
        .containsEntry("interval_end", micros("2026-11-22T10:05:00Z"));
    assertThat(reading.observations().facts()).containsEntry("clock steps back", "1");
  }

  @Test
  void hostsOfOneFileAreToldApart() {
    Reading reading =
        read(
            CPU
                + "a;-1;2026-11-22 10:00:00 UTC;LINUX-RESTART\t(9 CPU)\n"
                + "a;2;2026-11-22 10:42:07 UTC;-1;1.00;0.00;2.00;0.00;0.00;97.00\n"
                + "b;2;2026-11-22 10:42:07 UTC;-1;0.00;0.00;0.00;0.00;0.00;0.00\n"
                + "b;2;2026-11-22 10:42:09 UTC;-1;0.00;0.00;0.00;0.00;100.00;0.00\n");
    assertThat(reading.all("host_name")).containsExactly("a", "b", "b");
    assertThat(reading.all("cpus")).containsExactly(9, null, null);
    assertThat(reading.all("suspect")).containsExactly(null, "all zero", "steal 100");
    assertThat(reading.observations().facts())
        .containsEntry("host name", "a; b")
        .containsEntry("cores after a restart", "9")
        .containsEntry("CPU rows all zero", "1")
        .containsEntry("CPU rows with steal 100", "1");
  }

  @Test
  void wideRowsThatCanBeReadInTwoWaysAreNotGuessed() {
    String header = HEAD + "DEV;tps;await[...];IFACE;rxpck/s;txpck/s[...]\n";
    Reading told = read(header + AT + "sda;1.00;2.00;sdb;3.00;4.00;lo;5.00;6.00;eth0;7.00;8.00\n");
    assertThat(told.reasons().get(0)).contains("more than one way");
    Reading two = read(header + AT + "sda;1.00;2.00;lo;5.00;6.00\n");
    assertThat(two.rows())
        .extracting(row -> row.text("section") + row.text("item"))
        .containsExactly("DEVsda", "DEVsda", "IFACElo", "IFACElo");
    assertThat(read(header + AT + "sda;1.00;2.00\n").reasons().get(0)).contains("do not fit");
  }

  @Test
  void sectionsOfInterfacesHaveAsManyItemsAsEachOther() {
    String header =
        HEAD + "DEV;tps;await[...];IFACE;rxpck/s;txpck/s[...];IFACE;rxerr/s;txerr/s;coll/s[...]\n";
    Reading reading =
        read(
            header
                + AT
                + "sda;1.00;2.00;sdb;3.00;4.00;eth0;5.00;6.00;eth1;7.00;8.00;"
                + "eth0;1.00;2.00;3.00;eth1;4.00;5.00;6.00\n");
    assertThat(reading.reasons()).isEmpty();
    assertThat(
            reading.rows().stream().map(row -> row.text("section") + row.text("item")).distinct())
        .containsExactly("DEVsda", "DEVsdb", "IFACEeth0", "IFACEeth1");
    assertThat(reading.rows()).hasSize(4 + 4 + 6);
  }

  @Test
  void whatNobodyWantsIsCountedAlike() throws IOException {
    long end = micros("2026-11-22T10:42:07Z");
    assertThat(shown(Selection.ALL.between(end + 1, end + 9))).isZero();
    assertThat(shown(Selection.ALL.between(0, end - 1))).isZero();
    assertThat(shown(Selection.ALL.between(end, end))).isEqualTo(3);
  }

  private static int shown(Selection selection) throws IOException {
    String text = CPU + AT + "-1;1.00;0.00;2.00;0.00;0.00;97.00\n" + QUEUE + AT + "1;2.00\n";
    Account account = new Account(reject -> {});
    LineReader lines =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    int shown = 0;
    try (RecordReader reader = new Sadf().open(lines, ReadOptions.NONE, selection, account)) {
      while (reader.next()) {
        shown++;
      }
    }
    assertThat(account.recordLines()).isEqualTo(2);
    return shown;
  }
}
