package io.tierlens.formats.esxtop;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All input here is made up, the file {@code esxtop.csv} too: names of counters and the form of
 * lines are those that scripts for real files of esxtop look for.
 */
class EsxtopTest {
  private static final String ZONE = "(PDH-CSV 4.0) (UTC)(0)";
  private static final List<String> CPU =
      List.of("Group Cpu(7:www)\\% Used", "Group Cpu(7:www)\\% Ready");

  private static String header(String zone, List<String> counters) {
    return counters.stream()
        .map(path -> "\"\\\\h\\" + path + "\"")
        .collect(Collectors.joining(",", "\"" + zone + "\",", "\n"));
  }

  private static String line(String time, String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "\"" + cell + "\"")
        .collect(Collectors.joining(",", "\"" + time + "\",", "\n"));
  }

  private static Reading read(String text) {
    return Reading.of(new Esxtop(), text);
  }

  /** Two lines of the same figures under these counters; the second is measured. */
  private static List<Row> second(List<String> counters, String... cells) {
    Reading reading =
        read(
            header(ZONE, counters)
                + line("11/22/2026 07:00:00", cells)
                + line("11/22/2026 07:00:05", cells));
    assertThat(reading.rejects()).isEmpty();
    long last = micros("2026-11-22T07:00:05Z");
    return reading.rows().stream().filter(row -> row.whole("interval_end") == last).toList();
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  @Test
  void madeUpFileOverMidnight() {
    Reading reading = read(Reading.text("esxtop/esxtop.csv"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().recordLines()).isEqualTo(6);
    assertThat(reading.all("domain").stream().distinct())
        .containsExactly("Ted_DEV_ORA", "web:1, old (a)", "db.2");
    // The last one goes after four samples.
    assertThat(reading.rows()).hasSize(6 + 6 + 4);
    assertThat(reading.all("interval_end").stream().distinct())
        .containsExactly(
            micros("2026-11-22T23:59:50Z"),
            micros("2026-11-22T23:59:55Z"),
            micros("2026-11-23T00:00:00Z"),
            micros("2026-11-23T00:00:05Z"),
            micros("2026-11-23T00:00:10Z"),
            micros("2026-11-23T00:00:15Z"));
    Row first = reading.rows().get(0);
    assertThat(first)
        .containsEntry("vcpus", 2)
        .containsEntry("host_cpus", 4)
        .containsEntry("memory_kib", 4194304L)
        .doesNotContainKeys("interval_start", "cpu_percent", "ready_percent", "vbd_reads_per_s");
    assertThat(reading.rows().get(1)).containsEntry("vcpus", 1);
    assertThat(reading.rows().get(2))
        .doesNotContainKey("vcpus")
        .containsEntry("memory_kib", 12800L);
    assertThat(reading.rows().subList(3, 16))
        .allSatisfy(
            row -> assertThat(row).containsKeys("interval_start", "cpu_percent", "ready_percent"));
    assertThat(reading.observations().facts())
        .containsEntry("host", "esx1.example.com")
        .containsEntry("groups of the hypervisor itself", "4")
        .containsEntry("samples", "6")
        .containsEntry("stamps", "the header tells the zone: UTC, 0 minutes west of UTC");
  }

  @Test
  void figuresOfTheFileAreWhereItsHeaderPutsThem() {
    List<String> lines = Reading.text("esxtop/esxtop.csv").lines().toList();
    List<String> titles = cells(lines.get(0));
    List<Row> rows = read(Reading.text("esxtop/esxtop.csv")).rows();
    for (int i = 2; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      int number = i + 1;
      Row ted = rows.stream().filter(row -> row.line() == number).findFirst().orElseThrow();
      assertThat(ted.figure("cpu_percent"))
          .isEqualTo(cell(titles, cells, "Group Cpu(28868:Ted_DEV_ORA)\\% Used"));
      assertThat(ted.figure("ready_percent"))
          .isEqualTo(cell(titles, cells, "Group Cpu(28868:Ted_DEV_ORA)\\% Ready"));
      assertThat(ted.figure("vbd_reads_per_s"))
          .isEqualTo(cell(titles, cells, "Virtual Disk(Ted_DEV_ORA)\\Reads/sec"));
      assertThat(ted.figure("guest_tx_kib_per_s") / 1e6 * 8 * 1024)
          .isCloseTo(
              cell(
                      titles,
                      cells,
                      "Network Port(vSwitch0:33554435:28870:Ted_DEV_ORA)\\MBits Transmitted/sec")
                  + cell(
                      titles,
                      cells,
                      "Network Port(vSwitch0:33554436:28870:Ted_DEV_ORA)\\MBits Transmitted/sec"),
              within(1e-9));
      Row web = rows.get(rows.indexOf(ted) + 1);
      assertThat(web.figure("vbd_writes_per_s"))
          .isCloseTo(
              cell(titles, cells, "Virtual Disk(web:1, old (a):scsi0:0)\\Writes/sec")
                  + cell(titles, cells, "Virtual Disk(web:1, old (a):scsi0:1)\\Writes/sec"),
              within(1e-9));
      assertThat(web.figure("guest_rx_kib_per_s"))
          .isCloseTo(
              cell(
                      titles,
                      cells,
                      "Network Port(vSwitch1:33554437:30003:web:1, old (a).eth0)\\MBits Received/sec")
                  * 1e6
                  / 8192,
              within(1e-9));
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1, line.length() - 1).split("\",\"", -1));
  }

  private static double cell(List<String> titles, List<String> cells, String counter) {
    return Double.parseDouble(cells.get(titles.indexOf("\\\\esx1.example.com\\" + counter)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(PDH-CSV 4.0) (UTC)(0)|2026-07-01T12:00:00Z",
        "(PDH-CSV 4.0) (Pacific Daylight Time)(420)|2026-07-01T19:00:00Z",
        "(PDH-CSV 4.0) (GMT Standard Time)(-60)|2026-07-01T11:00:00Z",
        "(PDH-CSV 4.0) (India (x) Time)(-330)|2026-07-01T06:30:00Z",
        // Nothing told: the option does, and it is summer.
        "(PDH-CSV 4.0)|2026-07-01T16:00:00Z",
      })
  void clockIsSoManyMinutesWest(String zone, String instant) {
    Reading reading =
        Reading.of(
            new Esxtop(),
            ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York"),
            header(zone, CPU) + line("07/01/2026 12:00:00", "1", "2"));
    assertThat(reading.only().whole("interval_end")).isEqualTo(micros(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www",
        "my www",
        "web:1",
        "a, b",
        "a (b)",
        "a)\\% Used",
        "say \"a\"",
        "a\"",
        "büro",
        "100% \\ x",
        "hostd-2",
      })
  void namesMayHoldAnySign(String name) {
    String group = "Group Cpu(7:" + name + ")\\";
    List<Row> rows = second(List.of(group + "% Used", group + "% Ready"), "12.50", "0.25");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0))
        .containsEntry("domain", name)
        .containsEntry("cpu_percent", 12.5)
        .containsEntry("ready_percent", 0.25);
  }

  @Test
  void doubledQuotesAreReadAsWell() {
    String doubled = "Group Cpu(7:say \"\"a\"\")\\% Used";
    assertThat(second(List.of(doubled), "1").get(0)).containsEntry("domain", "say \"a\"");
  }

  @ParameterizedTest
  @CsvSource({
    "idle,",
    "system,",
    "helper,",
    "drivers,",
    "vmotion,",
    "hostd.2098765,",
    "vmsyslogd.33456,",
    // Named like a daemon, but it has what only a machine has.
    "web.1, Virtual Disk(web.1)\\Reads/sec",
    "web.1, Virtual Disk(web.1:scsi0:0)\\Reads/sec",
    "web.1, Network Port(vSwitch0:1:99:web.1)\\MBits Received/sec",
    "web.1, Network Port(vSwitch0:1:99:web.1.eth0)\\MBits Received/sec",
    "web.1, Vcpu(7:web.1:99:vmx-vcpu-0:web.1)\\% Used",
  })
  void partsOfTheHypervisorAreNoMachines(String name, String evidence) {
    String group = "Group Cpu(7:" + name + ")\\% Used";
    Reading reading =
        read(
            header(ZONE, evidence == null ? List.of(group) : List.of(group, evidence))
                + (evidence == null
                    ? line("11/22/2026 07:00:00", "1")
                    : line("11/22/2026 07:00:00", "1", "2")));
    assertThat(reading.rejects()).isEmpty();
    if (evidence == null) {
      assertThat(reading.rows()).isEmpty();
      assertThat(reading.ignored()).containsEntry("sample without virtual machines", 1L);
    } else {
      assertThat(reading.only().text("domain")).isEqualTo(name);
    }
  }

  @Test
  void machinesOfOneNameAreKnownByTheirIds() {
    List<Row> rows =
        second(
            List.of(
                "Group Cpu(7:www)\\% Used",
                "Group Cpu(8:www)\\% Used", "Virtual Disk(www)\\Reads/sec"),
            "1",
            "2",
            "3");
    assertThat(rows).extracting(row -> row.text("domain")).containsExactly("7:www", "8:www");
    assertThat(rows).extracting(row -> row.figure("cpu_percent")).containsExactly(1.0, 2.0);
    // Whose disk it is nothing tells.
    assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContainKey("vbd_reads_per_s"));
  }

  @Test
  void machineThatComesAndGoes() {
    Reading reading =
        read(
            header(ZONE, CPU)
                + line("11/22/2026 07:00:00", "1", "1")
                + line("11/22/2026 07:00:05", "2", "2")
                + line("11/22/2026 07:00:10", "", "")
                + line("11/22/2026 07:00:15", "3", "3")
                + line("11/22/2026 07:00:20", "4", "")
                // Somebody began anew, in the same file.
                + header(ZONE, CPU)
                + line("11/22/2026 07:00:25", "5", "5")
                + line("11/22/2026 07:00:30", "6", "6"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("cpu_percent")).containsExactly(null, 2.0, null, 4.0, null, 6.0);
    assertThat(reading.all("ready_percent")).containsExactly(null, 2.0, null, null, null, 6.0);
    assertThat(reading.ignored())
        .containsEntry("sample without virtual machines", 1L)
        .containsEntry("column header", 2L);
  }

  @Test
  void commaAtTheEndOfLinesIsNoField() {
    String text =
        header(ZONE, CPU)
            + line("11/22/2026 07:00:00", "1", "2")
            + line("11/22/2026 07:00:05", "1", "2");
    Reading both = read(text.replace("\n", ",\n"));
    Reading lines = read(text.replace("2\"\n", "2\",\n"));
    for (Reading reading : List.of(both, lines)) {
      assertThat(reading.rejects()).isEmpty();
      assertThat(reading.all("ready_percent")).containsExactly(null, 2.0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"11/22/2026 07:00:00\",\"1\"|2 fields instead of 3",
        "\"11/22/2026 07:00:00\",\"1\",\"2\",\"3\"|4 fields instead of 3",
        "\"02/30/2026 07:00:00\",\"1\",\"2\""
            + "|no date and time such as 11/22/2026 07:16:27 in the first field",
        "\"11/22/2026 24:00:00\",\"1\",\"2\""
            + "|no date and time such as 11/22/2026 07:16:27 in the first field",
        "\"11/22/2026 07:00:00\",\"1\",\"x\"|no number in a field of 7:www",
        "\"11/22/2026 07:00:00\",\"1\",\"2"
            + "|no line of comma-separated values: its quotes do not match, or it is cut",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    Reading reading = read(header(ZONE, CPU) + line + "\n");
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void linesNeedAHeader() {
    assertThat(read(line("11/22/2026 07:00:00", "1")).reasons()).containsExactly("no header above");
  }

  @Test
  void fileMayEndAnywhere() {
    String head = header(ZONE, CPU);
    String last = line("11/22/2026 07:00:00", "12.50", "2.25");
    for (int end = 1; end < last.length() - 2; end++) {
      Reading reading = read(head + last.substring(0, end));
      assertThat(reading.rows()).as(last.substring(0, end)).isEmpty();
      assertThat(reading.rejects()).hasSize(1);
    }
  }

  @Test
  void headersAreAsLongAsTheyAre() {
    StringBuilder head = new StringBuilder("\"" + ZONE + "\"");
    StringBuilder line = new StringBuilder("\"11/22/2026 07:00:00\"");
    for (int i = 0; i < 20_000; i++) {
      head.append(",\"\\\\h\\Group Cpu(").append(i).append(":vm").append(i).append(")\\% Used\"");
      line.append(",\"1.00\"");
    }
    Reading reading = read(head + "\n" + line + "\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.rows()).hasSize(20_000);
  }

  @Test
  void onlyWantedTimesAreShown() throws IOException {
    String text = Reading.text("esxtop/esxtop.csv");
    long from = micros("2026-11-23T00:00:05Z");
    Account account = new Account(reject -> {});
    LineReader lines =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    Selection wanted = Selection.ALL.between(from, from);
    try (RecordReader reader = new Esxtop().open(lines, ReadOptions.NONE, wanted, account)) {
      int rows = 0;
      while (reader.next()) {
        rows++;
        assertThat(reader.record().toString()).contains("cpu_percent", "interval_start");
      }
      assertThat(rows).isEqualTo(3);
    }
    assertThat(account.recordLines()).isEqualTo(6);
  }

  @Test
  void isRecognisedAndSaysWhatItTellsOfTheZone() {
    Guess guess =
        LogFormats.recognise(Reading.head(Reading.text("esxtop/esxtop.csv"))).orElseThrow();
    assertThat(guess.kind()).isEqualTo("esxtop");
    assertThat(guess.evidence()).last().asString().contains("UTC, 0 minutes west of UTC");
    String untold = header("(PDH-CSV 4.0)", CPU) + line("11/22/2026 07:00:00", "1", "2");
    assertThat(new Esxtop().sniff(Reading.head(untold)).orElseThrow().evidence())
        .last()
        .asString()
        .contains("time-zone");
    String windows = header(ZONE, List.of("Processor(_Total)\\% Processor Time"));
    assertThat(new Esxtop().sniff(Reading.head(windows))).isEmpty();
  }
}
