package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** A recording of a real guest, printed by sar in several forms, against sadf's export of it. */
class RecordedSarTest {
  private static final ReadOptions NEW_YORK =
      ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
  private static final DateTimeFormatter SADF_TIME =
      DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(DateTimeZone.UTC);

  private static Reading read(String name) {
    byte[] text = Reading.resource("sar/" + name);
    return Reading.of(new SarText(), NEW_YORK, text);
  }

  private static List<CSVRecord> sadf() throws IOException {
    String csv = new String(Reading.resource("sar/sadf_d_u.csv"), StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return parser.getRecords();
    }
  }

  private static double sum(CSVRecord row, String... columns) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String column : columns) {
      sum = sum.add(new BigDecimal(row.get(column)));
    }
    return sum.doubleValue();
  }

  @Test
  void everyCpuFigureIsThatOfSadfToThePrintedDigit() throws IOException {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : read("sar_A_C.txt").rows("cpu_sample")) {
      rows.put(row.whole("interval_end") + " " + row.whole("cpu"), row);
    }
    List<CSVRecord> exported = sadf();
    assertThat(rows).hasSameSizeAs(exported).isNotEmpty();
    for (CSVRecord expected : exported) {
      long end = SADF_TIME.parseMillis(expected.get("timestamp")) * 1000;
      Row row = rows.get(end + " " + expected.get("CPU"));
      assertThat(row).as(expected.toString()).isNotNull();
      assertThat(row.figure("user")).isEqualTo(sum(expected, "%usr", "%guest"));
      assertThat(row.figure("nice")).isEqualTo(sum(expected, "%nice", "%gnice"));
      assertThat(row.figure("system")).isEqualTo(sum(expected, "%sys", "%irq", "%soft"));
      assertThat(row.figure("iowait")).isEqualTo(sum(expected, "%iowait"));
      assertThat(row.figure("steal")).isEqualTo(sum(expected, "%steal"));
      assertThat(row.figure("idle")).isEqualTo(sum(expected, "%idle"));
      assertThat(row.figure("irq")).isEqualTo(sum(expected, "%irq"));
      assertThat(row.figure("soft")).isEqualTo(sum(expected, "%soft"));
      assertThat(row.figure("guest")).isEqualTo(sum(expected, "%guest"));
      assertThat(row).containsEntry("form", "all").containsEntry("sums_to_100", true);
      long asked = Long.parseLong(expected.get("interval"));
      assertThat((end - row.whole("interval_start")) / 1_000_000).isBetween(asked - 1, asked + 1);
    }
  }

  @Test
  void bothClocksGiveTheSameRows() {
    Reading day = read("sar_A_C.txt");
    Reading halfDay = read("sar_A_12h.txt");
    assertThat(halfDay.rows()).isEqualTo(day.rows()).hasSizeGreaterThan(1000);
    assertThat(day.observations().facts())
        .containsEntry("clock", "24 h")
        .containsEntry("cores", "2")
        .containsEntry("host name", "www1")
        .containsEntry("kernel", "6.1.0-56-amd64");
    assertThat(halfDay.observations().facts()).containsEntry("clock", "12 h");
  }

  @Test
  void shortFormAgreesWithTheFormOfAllColumns() {
    Map<Long, Row> all =
        read("sar_A_C.txt").rows("cpu_sample").stream()
            .filter(row -> row.whole("cpu") == -1)
            .collect(Collectors.toMap(row -> row.whole("interval_end"), row -> row));
    List<Row> shortRows = read("sar_u_C.txt").rows();
    assertThat(shortRows).hasSameSizeAs(all.values());
    for (Row row : shortRows) {
      Row other = all.get(row.whole("interval_end"));
      assertThat(row).containsEntry("form", "short").doesNotContainKey("irq");
      assertThat(row.whole("interval_start")).isEqualTo(other.whole("interval_start"));
      assertThat(row.figure("steal")).isEqualTo(other.figure("steal"));
      // Both are rounded, the sum of three columns thrice.
      assertThat(Math.abs(row.figure("system") - other.figure("system"))).isLessThan(0.0201);
    }
  }

  @Test
  void everyLineOfTheRecordingIsUnderstood() {
    Reading reading = read("sar_A_C.txt");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().lines()).isEqualTo(reading.lines());
    assertThat(reading.account().ignoredByKind().keySet())
        .containsExactly("average", "banner", "blank line", "column header");
  }

  @Test
  void intervalsOfAMetricFollowOnFromEachOther() {
    Map<String, List<Row>> series =
        read("sar_A_C.txt").rows("host_metric").stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        row.text("section") + " " + row.text("item") + " " + row.text("metric")));
    int samples = read("sar_u_C.txt").rows().size();
    assertThat(series).containsKeys("proc/s null cswch/s", "IFACE lo rxkB/s", "CPU all total/s");
    series.forEach(
        (name, rows) -> {
          assertThat(rows).as(name).hasSize(samples);
          for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).whole("interval_start"))
                .as(name)
                .isEqualTo(rows.get(i - 1).whole("interval_end"));
          }
        });
  }
}
