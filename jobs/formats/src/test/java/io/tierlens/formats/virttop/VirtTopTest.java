package io.tierlens.formats.virttop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.formats.Guess;
import io.tierlens.formats.LogFormats;
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
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The file {@code virt-top.csv} is made up after what virt-top's source prints; the two lines in
 * {@link #PRINTED} are what a real one printed, from a description of somebody's script.
 */
class VirtTopTest {
  private static final String HOST =
      "Hostname,Time,Arch,Physical CPUs,Count,Running,Blocked,Paused,Shutdown,Shutoff,Crashed,"
          + "Active,Inactive,%CPU,Total hardware memory (KB),Total memory (KB),"
          + "Total guest memory (KB),Total CPU time (ns),";
  private static final String HEADER =
      HOST
          + "Domain ID,Domain name,CPU (ns),%CPU,Mem (bytes),%Mem,Block RDRQ,Block WRRQ,"
          + "Net RXBY,Net TXBY\n";
  private static final String PRINTED =
      HEADER
          + "Sirius,21:03:02,x86_64,16,4,3,0,0,0,0,0,3,1,0.0,32817036,22020096,22020096,0,"
          + "1,Polaris,0.,0.,0,0,,,,,2,Mimosa,0.,0.,0,0,,,,,3,Proxima,0.,0.,0,0,,,,\n"
          + "Sirius,21:03:05,x86_64,16,4,3,0,0,0,0,0,3,1,3.0,32817036,22020096,22020096,1438745971,"
          + "1,Polaris,96054875.,0.198921324126,3145728,9,0,0,606,889,"
          + "2,Mimosa,421128343.,0.872120312648,8388608,25,0,0,1140,0,"
          + "3,Proxima,921562753.,1.90847661914,10485760,31,0,2,1140,0\n";
  private static final ReadOptions START =
      ReadOptions.NONE.with(ReadOptions.START, "2020-05-01T21:00:00Z");

  private static Reading read(String text) {
    return Reading.of(new VirtTop(), START, text);
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  /** A line of the host with one domain behind it, whose cells these are. */
  private static String line(String time, String... cells) {
    return "h,"
        + time
        + ",x86_64,4,1,1,0,0,0,0,0,"
        + cells.length
        + ",0,1.0,1048576,1,1,1"
        + (cells.length == 0 ? "" : ",")
        + String.join(",", cells)
        + "\n";
  }

  private static String measured(String id, String name) {
    return id + "," + name + ",1000000000.,25.,524288,50,4,6,2048,1024";
  }

  @Test
  void realLines() {
    Reading reading = read(PRINTED);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().recordLines()).isEqualTo(2);
    assertThat(reading.all("domain"))
        .containsExactly("Polaris", "Mimosa", "Proxima", "Polaris", "Mimosa", "Proxima");
    assertThat(reading.rows().subList(0, 3))
        .allSatisfy(
            row ->
                assertThat(row.keySet())
                    .containsExactlyInAnyOrder(
                        "table", "line", "interval_end", "domain", "host_cpus"));
    Row proxima = reading.rows().get(5);
    assertThat(proxima)
        .containsEntry("interval_start", micros("2020-05-01T21:03:02Z"))
        .containsEntry("interval_end", micros("2020-05-01T21:03:05Z"))
        .containsEntry("memory_kib", 10485760L)
        .containsEntry("host_cpus", 16)
        .containsEntry("guest_tx_kib_per_s", 0.0)
        .doesNotContainKeys("cpu_seconds", "vcpus", "vbd_reads", "guest_rx_kib", "ready_percent");
    // Of all 16 CPUs, over the 3.018 s that CPU time and share agree on.
    assertThat(proxima.figure("cpu_percent")).isCloseTo(30.5356, within(1e-4));
    double seconds = 0.921562753 / 0.305356259;
    assertThat(seconds).isBetween(3.0, 3.04);
    assertThat(proxima.figure("vbd_writes_per_s")).isCloseTo(2 / seconds, within(1e-6));
    assertThat(proxima.figure("guest_rx_kib_per_s")).isCloseTo(1.11328125 / seconds, within(1e-6));
    assertThat(reading.observations().facts()).containsEntry("host", "Sirius");
  }

  @Test
  void madeUpFileOverMidnight() {
    ReadOptions options =
        ReadOptions.NONE
            .with(ReadOptions.TIME_ZONE, "America/New_York")
            .with(ReadOptions.START, "2026-11-22T23:59:51-05:00");
    Reading reading = Reading.of(new VirtTop(), options, Reading.resource("virttop/virt-top.csv"));
    assertThat(reading.rejects()).isEmpty();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      times.add(micros("2026-11-22T23:59:51-05:00") + i * 3_000_000L);
    }
    assertThat(reading.all("interval_end").stream().distinct()).isEqualTo(times);
    assertThat(reading.all("domain")).contains("my vm", "a, \"b\"", "db");
    // The guest db is there in samples 3 to 5 and, started anew, from 8 on.
    List<Row> db = reading.rows().stream().filter(r -> r.text("domain").equals("db")).toList();
    assertThat(db)
        .extracting(row -> row.whole("interval_end"))
        .containsExactly(
            times.get(3),
            times.get(4),
            times.get(5),
            times.get(8),
            times.get(9),
            times.get(10),
            times.get(11));
    assertThat(db)
        .extracting(row -> row.get("cpu_percent") == null)
        .containsExactly(true, false, false, true, false, false, false);
    assertThat(db).extracting(row -> row.get("memory_kib")).containsOnly(null, 16777216L);
    assertThat(db)
        .extracting(row -> row.get("interval_start"))
        .startsWith(null, times.get(3))
        .contains(times.get(5), times.get(8));
    assertThat(reading.observations().facts()).containsEntry("samples", "12");
  }

  @Test
  void aCarriedOnFileBeginsAnew() {
    String first =
        HEADER + line("21:00:01", measured("1", "a")) + line("21:00:02", measured("1", "a"));
    assertThat(read(first + first.replace("21:00:0", "21:00:1")).all("cpu_percent"))
        .containsExactly(null, 100.0, null, 100.0);
  }

  @Test
  void domainIsMeasuredOnlyIfTheLineAboveHasIt() {
    String text =
        HEADER
            + line("21:00:01", measured("1", "a"), measured("2", "b"))
            + line("21:00:02", measured("2", "b"))
            + line("21:00:03", measured("1", "a"), measured("3", "b"))
            + line("21:00:04");
    Reading reading = read(text);
    assertThat(reading.all("cpu_percent")).containsExactly(null, null, 100.0, null, null);
    assertThat(reading.ignored()).containsEntry("sample without domains", 1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5e-05|0.0001",
        "25.|100.0",
        "'\"12,5\"'|50.0",
        "0.|0.0",
        "-1.|",
        // No share: of the 3 s that the clock tells.
        "nan|33.33333333333333",
        "1e999|33.33333333333333",
      })
  void formsOfFigures(String share, Double percent) {
    String cells = "1,a,1000000000.," + share + ",524288,50,4,6,2048,1024";
    Row row = read(HEADER + line("21:00:01", cells) + line("21:00:04", cells)).rows().get(1);
    assertThat(row.figure("cpu_percent")).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    // what the column holds, its percents, what it means in KiB of the 1048576 there are
    "524288, 50, 524288",
    "536870912, 50, 524288",
    "1048575, 99, 1048575",
    "524288, 12,",
    "0, 0, 0",
  })
  void memoryIsWhatItsPercentsSay(String figure, String share, Long kib) {
    String cells = "1,a,1000000000.,25.," + figure + "," + share + ",4,6,2048,1024";
    Row row = read(HEADER + line("21:00:01", cells) + line("21:00:04", cells)).rows().get(1);
    assertThat(row.get("memory_kib")).isEqualTo(kib);
  }

  @Test
  void withoutCpuColumnsTheClockTellsTheInterval() {
    String header = HOST + "Domain ID,Domain name,Net RXBY,Net TXBY\n";
    Row row =
        read(header + line("21:00:01", "1,a,,") + line("21:00:03", "1,a,2048,4096")).rows().get(1);
    assertThat(row.get("cpu_percent")).isNull();
    assertThat(row.figure("guest_rx_kib_per_s")).isEqualTo(1.0);
    assertThat(row.figure("guest_tx_kib_per_s")).isEqualTo(2.0);
  }

  @Test
  void blocksInBytesAreNoRequests() {
    String header = HEADER.replace("Block RDRQ,Block WRRQ", "Block RDBY,Block WRBY");
    Reading reading =
        read(header + line("21:00:01", measured("1", "a")) + line("21:00:02", measured("1", "a")));
    assertThat(reading.rows().get(1))
        .containsEntry("cpu_percent", 100.0)
        .doesNotContainKeys("vbd_reads_per_s", "vbd_writes_per_s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h,21:00:01,x|3 fields, which are not 18 of the host and 10 for each domain",
        "h,21:00:01,x,4,1,1,0,0,0,0,0,2,0,1.0,1,1,1,1,1,a,1.,1.,1,1,,,,"
            + "|fields of 1 domains where 2 are active: a cut line",
        "h,25:00:01,x,4,1,1,0,0,0,0,0,1,0,1.0,1,1,1,1,1,a,1.,1.,1,1,,,,"
            + "|column Time is no time of day",
        "h,21:00:01,x,4,1,1,0,0,0,0,0,1,0,1.0,1,1,1,1,1,a,1.,0x1,1,1,,,,"
            + "|column %CPU of domain 1 holds no number",
        "h,21:00:01,x,four,1,1,0,0,0,0,0,0,0,1.0,1,1,1,1" + "|column Physical CPUs holds no number",
        "h,\"21|no line of comma-separated values: its quotes do not match",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    assertThat(read(HEADER + line + "\n").reasons()).containsExactly(reason);
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(Reading.of(new VirtTop(), PRINTED).reasons())
        .hasSize(2)
        .containsOnly("the file has times of day only: option start must tell the date");
    assertThat(read(PRINTED.substring(HEADER.length())).reasons()).containsOnly("no header above");
    assertThat(read("Hostname,Time,Arch\nh,21:00:01,x\n").reasons())
        .containsExactly(
            "a header of no use: it has no column Domain ID",
            "the header above is of no use: it has no column Domain ID");
  }

  @Test
  void fileMayEndAnywhere() {
    int last = PRINTED.lastIndexOf("Sirius");
    for (int end = last + 1; end < PRINTED.length() - 1; end++) {
      Reading reading = read(PRINTED.substring(0, end));
      assertThat(reading.account().recordLines() + reading.account().rejectedLines()).isEqualTo(2);
      // Only the last comma tells that all fields are there; a figure behind it may be cut.
      boolean whole = end > PRINTED.lastIndexOf(',');
      assertThat(reading.rows()).hasSize(whole ? 6 : 3);
      if (whole) {
        assertThat(reading.rows().get(5)).doesNotContainKey("guest_tx_kib_per_s");
      }
    }
  }

  @Test
  void onlyWantedTimesAreShown() throws IOException {
    long second = micros("2020-05-01T21:03:05Z");
    Account account = new Account(reject -> {});
    LineReader lines =
        new LineReader(new ByteArrayInputStream(PRINTED.getBytes(StandardCharsets.UTF_8)));
    try (RecordReader reader =
        new VirtTop().open(lines, START, Selection.ALL.between(second, second), account)) {
      int rows = 0;
      while (reader.next()) {
        rows++;
        assertThat(reader.record().toString()).contains("cpu_percent", "interval_start");
      }
      assertThat(rows).isEqualTo(3);
    }
    assertThat(account.recordLines()).isEqualTo(2);
  }

  @Test
  void isRecognisedAndSaysWhatMustBeTold() {
    Guess guess = LogFormats.recognise(Reading.head(PRINTED)).orElseThrow();
    assertThat(guess.kind()).isEqualTo("virt-top");
    assertThat(guess.confidence()).isEqualTo(100);
    assertThat(guess.evidence()).last().asString().contains("start", "time-zone");
  }
}
