package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One recording, printed by sar 12.6.1 with options that change the look of it. */
class SarOptionsTest {

  /** The plain print has two digits behind the point; and sums of doubles are not exact. */
  private static final double HALF_OF_PLAIN = 0.00501;

  private static Reading read(String name) {
    String text = Reading.text("sar/options/" + name + ".txt");
    Reading reading =
        Reading.of(
            new SarText(), ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York"), text);
    assertThat(reading.reasons()).as(name).isEmpty();
    return reading;
  }

  /** Which line a row was on is not what it says. */
  private static List<Map<String, Object>> said(List<Row> rows) {
    List<Map<String, Object>> said = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.remove("line");
      said.add(copy);
    }
    return said;
  }

  private static List<Map<String, Object>> said(String name) {
    return said(read(name).rows());
  }

  @ParameterizedTest
  @CsvSource({"pretty, plain", "irq-pretty, irq", "t, iso"})
  void theLookAloneDiffers(String name, String other) {
    assertThat(said(name)).isEqualTo(said(other)).hasSizeGreaterThan(9);
  }

  /** A live run told to keep its samples in a file, and the file printed later. */
  @Test
  void sectionsMayBePrintedSampleBySample() {
    assertThat(said("live"))
        .containsExactlyInAnyOrderElementsOf(said("live-file"))
        .hasSizeGreaterThan(100);
  }

  @Test
  void headersMayBeRepeatedForEverySample() {
    List<Row> rows = read("live-cpus").rows();
    assertThat(rows).hasSize(9);
    assertThat(rows)
        .allMatch(row -> row.whole("interval_end") - row.whole("interval_start") == 1_000_000);
    // Over noon on a 12 hour clock.
    assertThat(rows.get(8).whole("interval_end") - rows.get(0).whole("interval_start"))
        .isEqualTo(3_000_000);
  }

  /** -z leaves out the rows of what did nothing. */
  @Test
  void rowsThatWereLeftOutLeaveTheOthersAsTheyWere() {
    assertThat(said("plain")).containsAll(said("z"));
    assertThat(said("z")).hasSizeBetween(100, said("plain").size() - 1);
  }

  @Test
  void longerIntervalsAreThoseOfTheRows() {
    assertThat(read("i2").rows())
        .allMatch(row -> row.whole("interval_end") - row.whole("interval_start") == 2_000_000);
  }

  @Test
  void coloursDoNotPartWords() {
    Map<Object, Row> plain = new LinkedHashMap<>();
    read("plain").rows("host_metric").forEach(row -> plain.put(key(row), row));
    List<Row> coloured = read("colours").rows("host_metric");
    assertThat(coloured)
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.figure("value")).isEqualTo(plain.get(key(row)).figure("value")));
    assertThat(said("colours-human")).isEqualTo(said("human"));
  }

  private static Object key(Row row) {
    return List.of(
        row.whole("interval_end"),
        row.text("section"),
        row.getOrDefault("item", ""),
        row.text("metric"));
  }

  /** With fewer digits, every figure is the one of the plain print to half of its last digit. */
  @ParameterizedTest
  @ValueSource(strings = {"human", "h", "dec0", "dec1"})
  void roundedFiguresAreThoseOfThePlainPrint(String name) {
    List<Row> plain = read("plain").rows();
    Reading reading = read(name);
    assertThat(reading.rows()).hasSameSizeAs(plain);
    boolean units = name.startsWith("h");
    double half = name.equals("dec0") ? 0.5 : 0.05;
    for (int i = 0; i < plain.size(); i++) {
      Row row = reading.rows().get(i);
      for (Map.Entry<String, Object> expected : plain.get(i).entrySet()) {
        String field = expected.getKey();
        if (expected.getValue() instanceof Double figure) {
          double allowed =
              row.table().equals("cpu_sample")
                  // Up to three columns are added up.
                  ? 3 * (half + HALF_OF_PLAIN)
                  : allowed(row.text("metric"), figure, units, half);
          assertThat(row.figure(field)).as("%s %s", field, row).isCloseTo(figure, within(allowed));
        } else if (!field.equals("sums_to_100")) {
          assertThat(row).as(field).containsEntry(field, expected.getValue());
        }
      }
    }
    Map<String, String> facts = reading.observations().facts();
    if (units) {
      assertThat(facts).containsEntry("figures", "rounded to units (--human)");
    } else {
      assertThat(facts).doesNotContainKey("figures");
    }
  }

  private static double allowed(String metric, double figure, boolean units, double half) {
    if (!units || metric.startsWith("%")) {
      return half + HALF_OF_PLAIN;
    }
    boolean wholeNumbers = metric.startsWith("kb") || metric.startsWith("MB");
    if (!wholeNumbers && !metric.contains("kB") && !metric.equals("areq-sz")) {
      return 0;
    }
    double step = 1;
    while (figure / step >= 1023.95) {
      step *= 1024;
    }
    return half * step + (wholeNumbers ? 0.5 : HALF_OF_PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "kbmemfree, 2.4G, 2516582.4",
    "kbmemfree, 0.0k, 0",
    "kbmemfree, 512.0B, 0.5",
    "MBfsfree, 1.5G, 1536",
    "MBfsfree, 512.0k, 0.5",
    "rxkB/s, 100.0B, 0.09765625",
    "rxkB/s, 1.0T, 1073741824",
    "areq-sz, 2.0M, 2048",
    "rxbyt/s, 3.0k, 3072",
    "%memused, 94.1%, 94.1",
    "cswch/s, 17, 17",
  })
  void unitsAreThoseOfTheColumn(String column, String figure, double value) {
    String text =
        "Linux 6.1 (a) 2017-08-22\n\n10:00:00 tps " + column + "\n10:00:02 1.00 " + figure + "\n";
    Reading reading = Reading.of(new SarText(), text);
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.rows().get(1).figure("value")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"kbmemfree, 2.4x", "kbmemfree, 2.4?", "cswch/s, 2.4k", "kbmemfree, G", "tps, 1.0kB"})
  void unitsThatAreNoneAreRejected(String column, String figure) {
    String text =
        "Linux 6.1 (a) 2017-08-22\n\n10:00:00 tps " + column + "\n10:00:02 1.00 " + figure + "\n";
    Reading reading = Reading.of(new SarText(), text);
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.reasons()).singleElement().asString().contains("column " + column);
  }

  @Test
  void aUnitMayBeCutAtTheEndOfTheFile() {
    String text = "Linux 6.1 (a) 2017-08-22\n\n10:00:00 tps rkB/s\n10:00:02 1.00 2.4M\n";
    String cut = text + "10:00:04 1.00 2.4";
    assertThat(Reading.of(new SarText(), cut).reasons())
        .containsExactly("the file ends within this row");
    assertThat(Reading.of(new SarText(), cut + "M").rows()).hasSize(4);
  }
}
