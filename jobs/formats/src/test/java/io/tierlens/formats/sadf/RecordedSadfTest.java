package io.tierlens.formats.sadf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.sar.SarText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recordings that sysstat itself printed twice: as text of sar and as an export of sadf. Both
 * readings must be the same, row by row, to the printed digit.
 */
class RecordedSadfTest {
  private static final ReadOptions NEW_YORK =
      ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");

  /** What only one of the two tells of the file as a whole, and where the row stands. */
  private static final Set<String> NOT_COMPARED = Set.of("line", "cpus");

  private static Reading read(LogFormat format, ReadOptions options, String name) {
    Reading reading = Reading.of(format, options, Reading.resource(name));
    assertThat(reading.reasons()).as(name).isEmpty();
    return reading;
  }

  private static Reading sadf(String name) {
    return read(new Sadf(), NEW_YORK, "sadf/" + name);
  }

  private static Reading sar(String name, String zone) {
    return read(new SarText(), ReadOptions.NONE.with(ReadOptions.TIME_ZONE, zone), "sar/" + name);
  }

  private static String text(Row row) {
    Map<String, Object> kept = new TreeMap<>(row);
    kept.keySet().removeAll(NOT_COMPARED);
    return kept.toString();
  }

  private static List<String> sorted(Reading reading) {
    return reading.rows().stream().map(RecordedSadfTest::text).sorted().toList();
  }

  /** Says which rows differ: all of them together are too many to look at. */
  private static void requireSame(List<String> found, List<String> expected) {
    List<String> missing = new ArrayList<>(expected);
    found.forEach(missing::remove);
    List<String> more = new ArrayList<>(found);
    expected.forEach(more::remove);
    assertThat(more).as("rows that only the export has").isEmpty();
    assertThat(missing).as("rows that only the text has").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "v12.6.1.sadf-d.csv, recordings/v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dT.csv, recordings/v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dh.csv, recordings/v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-p.txt, recordings/v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-j.json, recordings/v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dC.csv, recordings/v12.6.1.sar-C.txt, America/New_York",
    "v12.7.9.sadf-d.csv, recordings/own-v12.7.9.sar-A.txt, UTC",
    "local.sadf-du.csv, recordings/local.C.sar-u.txt, America/New_York",
    "local.sadf-dU.csv, recordings/local.C.sar-u.txt, America/New_York",
    "local.sadf-dT.csv, recordings/local.C.sar-u.txt, America/New_York",
  })
  void everyRowIsThatOfTheText(String export, String text, String zone) {
    List<String> expected = sorted(sar(text, zone));
    assertThat(expected).hasSizeGreaterThan(40);
    requireSame(sorted(sadf(export)), expected);
  }

  /** sadf of this version calls the sent characters of a terminal by another name than its sar. */
  @Test
  void everyRowOf2009sForm() {
    List<String> expected = sorted(sar("recordings/own-v9.1.5.sar-A.txt", "UTC"));
    List<String> found =
        sorted(sadf("v9.1.5.sadf-d.csv")).stream()
            .map(row -> row.replace("metric=txmtin/s", "metric=xmtin/s"))
            .toList();
    requireSame(found, expected);
  }

  private static List<Row> cpuRows(Reading reading) {
    return reading.rows("cpu_sample").stream().filter(row -> row.whole("cpu") == -1).toList();
  }

  /** The fixture is the first 900 of the lines that sadf printed. */
  @Test
  void linesOfMetricsMakeUpTheRowsOfTheText() {
    Reading reading = sadf("local.sadf-pu.txt");
    List<String> found = reading.rows().stream().map(RecordedSadfTest::text).toList();
    List<Row> text = sar("recordings/local.C.sar-u.txt", "America/New_York").rows().subList(0, 150);
    requireSame(found, text.stream().map(RecordedSadfTest::text).toList());
    assertThat(reading.account().recordLines()).isEqualTo(150);
    assertThat(reading.account().continuationLines()).isEqualTo(750);
    assertThat(reading.rows().get(1).line()).isEqualTo(7);
  }

  /** Wide rows of two sections, of which only one is in the text. */
  @Test
  void wideRowsHoldTheRowsOfTheText() {
    Reading wide = sadf("local.sadf-dh.csv");
    assertThat(wide.rows("cpu_sample").stream().map(RecordedSadfTest::text).sorted().toList())
        .isEqualTo(sorted(sar("recordings/local.C.sar-u.txt", "America/New_York")));
    assertThat(wide.rows("host_metric")).hasSize(299 * 6);
    assertThat(wide.rows("host_metric").stream().map(row -> row.text("section")))
        .containsOnly("runq-sz");
    assertThat(wide.rows("host_metric").get(0))
        .containsEntry("metric", "runq-sz")
        .containsEntry("value", 5.0);
  }

  /** Other forms were exported with fewer options: of what they have, all must be in the text. */
  @ParameterizedTest
  @ValueSource(strings = {"v12.7.9.sadf-p.txt", "v12.7.9.sadf-j.json"})
  void shortFormsOfTheSameRecordingAgreeWithTheLongOne(String export) {
    List<Row> shortRows = cpuRows(sadf(export));
    List<Row> longRows = cpuRows(sar("recordings/own-v12.7.9.sar-A.txt", "UTC"));
    assertThat(shortRows).hasSize(5).hasSameSizeAs(longRows);
    for (int i = 0; i < 5; i++) {
      Row brief = shortRows.get(i);
      Row all = longRows.get(i);
      assertThat(brief).containsEntry("form", "short");
      assertThat(brief.whole("interval_start")).isEqualTo(all.whole("interval_start"));
      for (String mode : List.of("user", "nice", "iowait", "steal", "idle")) {
        assertThat(brief.figure(mode)).isEqualTo(all.figure(mode));
      }
      // Rounded once, and three times.
      assertThat(Math.abs(brief.figure("system") - all.figure("system"))).isLessThan(0.0201);
    }
    List<String> queue =
        sadf(export).rows("host_metric").stream().map(RecordedSadfTest::text).toList();
    assertThat(sorted(sar("recordings/own-v12.7.9.sar-A.txt", "UTC"))).containsAll(queue);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v12.6.1.sadf-d.de_DE.csv", "v12.6.1.sadf-p.de_DE.txt"})
  void decimalCommasAreNoHindrance(String export) {
    List<Row> cpu = cpuRows(sadf(export));
    List<Row> all = cpuRows(sar("recordings/v12.6.1.sar-C.txt", "America/New_York"));
    assertThat(cpu.stream().map(RecordedSadfTest::text).toList())
        .hasSize(4)
        .isEqualTo(all.stream().map(RecordedSadfTest::text).toList());
    List<String> memory =
        sadf(export).rows("host_metric").stream().map(RecordedSadfTest::text).toList();
    assertThat(memory).hasSize(4 * 11);
    assertThat(sorted(sar("recordings/v12.6.1.sar-A.txt", "America/New_York"))).containsAll(memory);
  }

  /** Means of the rows as an independent script worked them out. */
  @ParameterizedTest
  @CsvSource({"local.sadf-du.csv, 299", "local.sadf-dU.csv, 299", "local.sadf-dh.csv, 299"})
  void meansAreThoseExpected(String export, int count) {
    List<Row> rows = cpuRows(sadf(export));
    assertThat(rows).hasSize(count);
    assertThat(mean(rows, "user")).isEqualTo("68.7760");
    assertThat(mean(rows, "system")).isEqualTo("12.3790");
    assertThat(mean(rows, "iowait")).isEqualTo("1.3148");
    assertThat(mean(rows, "steal")).isEqualTo("7.5513");
    assertThat(mean(rows, "idle")).isEqualTo("9.9796");
  }

  private static String mean(List<Row> rows, String mode) {
    double mean = rows.stream().mapToDouble(row -> row.figure(mode)).average().orElseThrow();
    return String.format(Locale.ROOT, "%.4f", mean);
  }

  @ParameterizedTest
  @CsvSource({
    "v12.6.1.sadf-dC.csv, sadf -d, UTC",
    "v12.6.1.sadf-pC.txt, sadf -p, UTC",
    "v12.6.1.sadf-jC.json, sadf -j, UTC",
    "v12.6.1.sadf-dh.csv, sadf -dh, UTC",
    "local.sadf-dU.csv, sadf -d, seconds since 1970",
    "local.sadf-dT.csv, sadf -d, local time",
  })
  void exportsTellOfThemselves(String export, String form, String stamps) {
    assertThat(sadf(export).observations().facts())
        .containsEntry("form", form)
        .containsEntry("stamps", stamps)
        .containsEntry("host name", "vm");
    assertThat(new Sadf().sniff(Reading.head(Reading.resource("sadf/" + export))))
        .hasValueSatisfying(
            guess -> {
              assertThat(guess.kind()).isEqualTo("sadf");
              assertThat(guess.confidence()).isEqualTo(100);
              assertThat(guess.evidence()).contains("exported by " + form, "host vm");
              assertThat(guess.evidence())
                  .anyMatch(
                      why ->
                          why.contains(
                              stamps.equals("local time")
                                  ? "time-zone must tell"
                                  : "no zone need be told"));
            });
  }

  @Test
  void restartsAndCommentsAreCounted() {
    assertThat(sadf("v12.6.1.sadf-dC.csv").ignored())
        .containsEntry("comment", 2L)
        .containsEntry("LINUX RESTART", 1L);
    assertThat(sadf("v12.6.1.sadf-pC.txt").ignored())
        .containsEntry("comment", 2L)
        .containsEntry("LINUX RESTART", 1L);
    for (String export : List.of("v12.6.1.sadf-dC.csv", "v12.6.1.sadf-pC.txt")) {
      List<Row> rows = cpuRows(sadf(export));
      assertThat(rows).hasSize(4);
      assertThat(rows.get(1)).doesNotContainKey("cpus").containsEntry("host_name", "vm");
      assertThat(rows.get(2)).containsEntry("cpus", 2);
    }
    assertThat(cpuRows(sadf("v12.6.1.sadf-jC.json")))
        .hasSize(4)
        .allMatch(row -> row.whole("cpus") == 2);
  }
}
