package io.tierlens.formats.xentop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Where one sample ends and the next begins, and what of it a row can tell. */
class SampleBoundsTest {
  private static final String HEADER =
      "NAME STATE CPU(sec) CPU(%) VCPUS NETTX(k) NETRX(k) VBD_RD VBD_WR VBD_RSECT SSID\n";
  private static final ReadOptions SCHEDULED =
      ReadOptions.NONE
          .with(ReadOptions.START, "2009-01-23T10:00:00Z")
          .with(ReadOptions.INTERVAL, "2s");

  private static Reading read(String text) {
    return Reading.of(new Xentop(), SCHEDULED, text);
  }

  private static String row(String name, Object... figures) {
    StringBuilder row = new StringBuilder(name).append(" --b---");
    for (Object figure : figures) {
      row.append(' ').append(figure);
    }
    return row.append(" 0\n").toString();
  }

  private static String plain(String name) {
    return row(name, 10, "5.0", 1, 0, 0, 0, 0, 0);
  }

  private static long sample(Row row) {
    long start = DateTime.parse("2009-01-23T10:00:00Z").getMillis() * 1000;
    return (row.whole("interval_end") - start) / 2_000_000;
  }

  /** A letter a domain, a blank a new sample; the host, Domain-0, is {@code 0}. */
  @ParameterizedTest
  @CsvSource({
    // Sorted by name, case aside.
    "B0w B0w B0w",
    "0 0 0",
    "0w 0w 0w",
    "0wx 0wx 0x",
    "b0 b0 b0w b0",
    // -z: the host first.
    "0bw 0bw 0bw",
    "0bwx 0x 0bw",
    // Names that were cut alike; then those of one sample stand beside each other.
    "0ww 0ww 0w 0ww",
    "0wwwx 0wwwx",
    "bb0 bbb0",
    // A dump from which the host was left out.
    "b b b",
    "bw bw bw",
  })
  void headerBeforeEachDomain(String samples) {
    StringBuilder text = new StringBuilder();
    List<Long> expected = new ArrayList<>();
    String[] parts = samples.split(" ", -1);
    for (int i = 0; i < parts.length; i++) {
      for (char domain : parts[i].toCharArray()) {
        text.append(HEADER).append(plain(domain == '0' ? "Domain-0" : domain + "-vm"));
        expected.add((long) i);
      }
    }
    Reading reading = read(text.toString());
    boolean firstIsUncertain = samples.startsWith("bb");
    if (firstIsUncertain) {
      // No sample tells yet that the host is among the domains: one sample too many.
      assertThat(sample(reading.rows().get(1))).isEqualTo(1);
      assertThat(reading.rows().stream().skip(3).map(SampleBoundsTest::sample).distinct())
          .hasSize(1);
    } else {
      assertThat(reading.rows()).extracting(SampleBoundsTest::sample).isEqualTo(expected);
    }
  }

  @Test
  void dateLineBeginsASampleWhateverTheNames() {
    String first = "2009-01-23T10:00:00Z\n" + HEADER + plain("a") + HEADER + plain("b");
    String text = first + "2009-01-23T10:00:03Z\n" + HEADER + plain("c") + HEADER + plain("d");
    Reading reading = Reading.of(new Xentop(), ReadOptions.NONE, text);
    assertThat(reading.rejects()).isEmpty();
    long start = DateTime.parse("2009-01-23T10:00:00Z").getMillis() * 1000;
    assertThat(reading.all("interval_end"))
        .containsExactly(start, start, start + 3_000_000, start + 3_000_000);
  }

  @Test
  void domainsOfOneCutNameKeepTheirRowsButNotTheirCpu() {
    String sample =
        HEADER
            + row("Domain-0", 100, "5.0", 1, 0, 0, 0, 0, 0)
            + row("scas22dv05", 20, "7.0", 2, 100, 200, 10, 20, 5)
            + row("scas22dv05", 900, "9.0", 4, 300, 400, 30, 40, 6)
            + row("www", 50, "1.5", 2, 100, 200, 10, 20, 5);
    Reading reading = read(sample + sample);
    assertThat(reading.rejects()).isEmpty();
    List<Row> twins =
        reading.rows().stream().filter(r -> r.text("domain").equals("scas22dv05")).toList();
    assertThat(twins)
        .hasSize(4)
        .allSatisfy(
            twin ->
                assertThat(twin)
                    .doesNotContainKeys(
                        "cpu_seconds",
                        "cpu_percent",
                        "guest_tx_kib_per_s",
                        "guest_rx_kib_per_s",
                        "vbd_reads_per_s",
                        "vbd_writes_per_s"));
    assertThat(twins).extracting(twin -> twin.whole("vcpus")).containsExactly(2L, 4L, 2L, 4L);
    assertThat(twins)
        .extracting(twin -> twin.whole("vbd_reads"))
        .containsExactly(10L, 30L, 10L, 30L);
    assertThat(reading.rows().get(7).figure("cpu_percent")).isEqualTo(1.5);
    assertThat(reading.observations().facts())
        .containsEntry("domains whose cut names collide", "scas22dv05");
  }

  @Test
  void nameThatStopsCollidingIsTrustedFromItsSecondSampleOn() {
    String one = HEADER + row("a", 20, "7.0", 2, 100, 200, 10, 20, 5);
    String two = one + row("a", 19, "7.0", 2, 100, 200, 10, 20, 5);
    assertThat(read(one + one + two + one + one).all("cpu_percent"))
        .containsExactly(null, 7.0, null, null, null, 7.0);
  }

  @ParameterizedTest
  @CsvSource({
    // counter before, counter now, rate over the two seconds
    "100, 300, 100.0",
    "100, 100, 0.0",
    "300, 100,",
    "18446744073562662986, 100,",
    "100, 18446744073562662986,",
    "-, 100,",
    "100, -,",
    "-5, 100,",
  })
  void ratesAreDifferencesOfCounters(String before, String now, Double rate) {
    String text =
        HEADER
            + row("a", 10, "5.0", 1, before, before, before, before, 0)
            + HEADER
            + row("a", 11, "5.0", 1, now, now, now, now, 0);
    Row row = read(text).rows().get(1);
    for (String field : List.of("guest_tx", "guest_rx")) {
      assertThat(row.get(field + "_kib_per_s")).as(field).isEqualTo(rate);
    }
    for (String field : List.of("vbd_reads", "vbd_writes")) {
      assertThat(row.get(field + "_per_s")).as(field).isEqualTo(rate);
    }
    assertThat(row).containsEntry("cpu_percent", 5.0);
  }

  @Test
  void noRateBehindARestartNorOverNoTime() {
    String first = "2009-01-23T10:00:00Z\n" + HEADER + row("a", 10, "5.0", 1, 1, 1, 1, 1, 0);
    String sameTime = "2009-01-23T10:00:00Z\n" + HEADER + row("a", 10, "5.0", 1, 9, 9, 9, 9, 0);
    String anew = "2009-01-23T10:00:05Z\n" + HEADER + row("a", 0, "5.0", 1, 99, 99, 99, 99, 0);
    List<Row> rows = Reading.of(new Xentop(), ReadOptions.NONE, first + sameTime + anew).rows();
    assertThat(rows).hasSize(3);
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row).doesNotContainKeys("vbd_reads_per_s", "guest_tx_kib_per_s"));
    assertThat(rows).extracting(row -> row.get("cpu_percent")).containsExactly(null, 5.0, null);
  }

  @Test
  void tableOfPhysicalCpusIsIgnored() {
    String cpus =
        """

        Physical CPU Usage:
        +-------+--------+
        | Core  | Usage  |
        +-------+--------+
        | 0     |  12.3% |
        | 1     |   0.0% |
        +-------+--------+
        """;
    Reading reading = read(HEADER + plain("a") + cpus + HEADER + plain("a") + cpus);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.ignored())
        .containsEntry("physical CPUs", 14L)
        .containsEntry("blank line", 2L);
    assertThat(read(HEADER + plain("a") + "\nNo PCPU data available\n").rejects()).isEmpty();
    String stamped =
        (HEADER + plain("a") + cpus).replaceAll("(?m)^", "2009-01-23T10:00:00Z ").stripTrailing();
    Reading withStamps = Reading.of(new Xentop(), ReadOptions.NONE, stamped);
    assertThat(withStamps.rejects()).isEmpty();
    assertThat(withStamps.ignored()).containsEntry("physical CPUs", 7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan 23 10:00:00 ",
        "Jan 23 10:00:00 dom0 xentop[123]: ",
        "[time] 2009-01-23 (Fri) 10:00:00 ",
        "Fri Jan 23 10:00:00 UTC 2009 ",
        "1232704800 ",
      })
  void stampsBeforeEachLine(String stamp) {
    String text = (HEADER + plain("my vm") + "VCPUs(sec):   0:   5s\n").replaceAll("(?m)^", stamp);
    Reading reading =
        Reading.of(
            new Xentop(),
            ReadOptions.NONE.with(ReadOptions.YEAR, "2009"),
            text.substring(0, text.lastIndexOf('\n') + 1));
    assertThat(reading.rejects()).isEmpty();
    Row row = reading.only();
    assertThat(row.text("domain")).isEqualTo("my vm");
    assertThat(row.whole("interval_end"))
        .isEqualTo(DateTime.parse("2009-01-23T10:00:00Z").getMillis() * 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan 23 10:00:00",
        "[time] 2009-01-23 (Fri) 10:00:00",
        "Fri Jan 23 10:00:00 UTC 2009",
        "--- 2009-01-23T10:00:00Z ---",
      })
  void stampsOnALineOfTheirOwn(String stamp) {
    Reading reading =
        Reading.of(
            new Xentop(),
            ReadOptions.NONE.with(ReadOptions.YEAR, "2009"),
            stamp + "\n" + HEADER + plain("a"));
    assertThat(reading.ignored()).containsEntry("date line", 1L);
    assertThat(reading.only().whole("interval_end"))
        .isEqualTo(DateTime.parse("2009-01-23T10:00:00Z").getMillis() * 1000);
  }

  @Test
  void dumpMayEndAnywhere() {
    String whole = HEADER + row("Domain-0", 100, "5.0", 1, 10, 20, 30, 40, 50);
    int columns = HEADER.strip().split(" ").length;
    for (int end = HEADER.length() + 1; end < whole.length() - 1; end++) {
      Reading reading = read(whole.substring(0, end));
      int words = whole.substring(HEADER.length(), end).strip().split(" ").length;
      boolean lastColumn = words == columns;
      assertThat(reading.rows()).as(whole.substring(0, end)).hasSize(lastColumn ? 1 : 0);
      assertThat(reading.rejects()).hasSize(lastColumn ? 0 : 1);
    }
  }

  @Test
  void onlyWantedTimesAreShown() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int sample = 0; sample < 5; sample++) {
      int counter = sample * 100;
      text.append(HEADER)
          .append(row("a", 10, "5.0", 1, counter, counter, counter, counter, counter))
          .append(row("b", 10, "6.0", 1, 0, 0, 0, 0, 0));
    }
    long start = DateTime.parse("2009-01-23T10:00:00Z").getMillis() * 1000;
    Selection wanted = Selection.ALL.between(start + 4_000_000, start + 6_000_000);
    Account account = new Account(reject -> {});
    LineReader lines =
        new LineReader(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    List<String> shown = new ArrayList<>();
    try (RecordReader reader = new Xentop().open(lines, SCHEDULED, wanted, account)) {
      while (reader.next()) {
        LogRecord record = reader.record();
        assertThat(record.isNull(DomainRecord.CPU_PERCENT)).isFalse();
        assertThat(record.isNull(DomainRecord.VBD_READS_PER_S)).isFalse();
        shown.add(record.textAt(DomainRecord.DOMAIN));
      }
    }
    assertThat(shown).containsExactly("a", "b", "a", "b");
    assertThat(account.recordLines()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "'',interval",
    "'Jan 23 10:00:00 dom0 xentop: ',stamps without a year: year must be told",
    "'1232704800 ',stamps: epoch before each line",
  })
  void sniffingTellsWhatTimesNeed(String stamp, String evidence) {
    String text = (HEADER + plain("a")).replaceAll("(?m)^(?=.)", stamp);
    assertThat(new Xentop().sniff(Reading.head(text)).orElseThrow().evidence())
        .last()
        .asString()
        .contains(evidence);
  }
}
