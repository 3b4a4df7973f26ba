package io.tierlens.formats.sadf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.sar.SarText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recordings that sysstat itself printed twice: as text of sar and as an export of sadf. Both
 * readings must be the same, row by row, to the printed digit.
 */
class RecordedSadfTest {
  private static final ReadOptions NEW_YORK =
      ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");

  /** What only one of the two tells of the file as a whole, and where the row stands. */
  private static final Set<String> NOT_COMPARED = Set.of("line", "cpus", "host_name");

  private static Reading read(LogFormat format, ReadOptions options, String name) {
    Reading reading = Reading.of(format, options, Reading.resource("sadf/" + name));
    assertThat(reading.reasons()).as(name).isEmpty();
    return reading;
  }

  private static Reading sadf(String name) {
    return read(new Sadf(), NEW_YORK, name);
  }

  private static Reading sar(String name, String zone) {
    return read(new SarText(), ReadOptions.NONE.with(ReadOptions.TIME_ZONE, zone), name);
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
    "v12.6.1.sadf-d.csv, v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dT.csv, v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dh.csv, v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-p.txt, v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-j.json, v12.6.1.sar-A.txt, America/New_York",
    "v12.6.1.sadf-dC.csv, v12.6.1.sar-C.txt, America/New_York",
    "v12.7.9.sadf-d.csv, v12.7.9.sar-A.txt, UTC",
    "local.sadf-du.csv, local.C.sar-u.txt, America/New_York",
    "local.sadf-dU.csv, local.C.sar-u.txt, America/New_York",
    "local.sadf-dT.csv, local.C.sar-u.txt, America/New_York",
  })
  void everyRowIsThatOfTheText(String export, String text, String zone) {
    List<String> expected = sorted(sar(text, zone));
    assertThat(expected).hasSizeGreaterThan(40);
    requireSame(sorted(sadf(export)), expected);
  }

  /** sadf of this version calls the sent characters of a terminal by another name than its sar. */
  @Test
  void everyRowOf2009sForm() {
    List<String> expected = sorted(sar("v9.1.5.sar-A.txt", "UTC"));
    List<String> found =
        sorted(sadf("v9.1.5.sadf-d.csv")).stream()
            .map(row -> row.replace("metric=txmtin/s", "metric=xmtin/s"))
            .toList();
    requireSame(found, expected);
  }
}
