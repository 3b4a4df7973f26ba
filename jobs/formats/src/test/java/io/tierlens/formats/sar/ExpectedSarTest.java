package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recordings printed by several versions of sar and in several languages, against a table of what
 * is in them that was made without this reader.
 */
class ExpectedSarTest {

  private static final double HALF_OF_A_DIGIT = 0.000_051;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  static List<CSVRecord> expected() throws IOException {
    CSVFormat format = CSVFormat.TDF.builder().setHeader().setQuote(null).get();
    return format.parse(new StringReader(Reading.text("sar/recordings/EXPECTED.tsv"))).getRecords();
  }

  private static long count(CSVRecord expected, String column) {
    return Long.parseLong(expected.get(column));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void tellsWhatIsInTheFile(CSVRecord expected) throws IOException {
    String text = Reading.text("sar/recordings/" + expected.get("file"));
    Reading reading = Reading.of(new SarText(), ReadOptions.NONE, text);
    Map<String, String> facts = reading.observations().facts();
    assertThat(facts.get("host name")).isEqualTo(expected.get("host"));
    assertThat(facts.get("cores")).isEqualTo(expected.get("cpus"));
    assertThat(ignored(reading, "banner")).isEqualTo(count(expected, "banners"));
    assertThat(ignored(reading, "LINUX RESTART")).isEqualTo(count(expected, "restarts"));
    assertThat(ignored(reading, "comment")).isEqualTo(count(expected, "comments"));

    assertThat(reading.rejects()).isEmpty();
    // No zone puts its clocks back on a 22nd of November.
    assertThat(reading.observations().facts().get(SarText.HOUR_BACK_FACT))
        .isEqualTo(expected.get("file").contains("dstback") ? "1" : null);

    Map<Long, String> sections = sectionsByLine(reading);
    assertThat(sections).hasSize((int) count(expected, "data_rows"));
    Map<String, Long> found = new TreeMap<>();
    sections.values().forEach(section -> found.merge(section, 1L, Long::sum));
    Map<String, Long> rows = numbers(expected.get("rows_per_section"));
    assertThat(found).isEqualTo(rows).hasSize((int) count(expected, "sections"));

    DateTime first = time(reading.rows().get(0));
    DateTime last = time(reading.rows().get(reading.rows().size() - 1));
    assertThat(figures(first.toString("HH:mm:ss"))).isEqualTo(figures(expected.get("first_ts")));
    assertThat(figures(last.toString("HH:mm:ss"))).isEqualTo(figures(expected.get("last_ts")));
    assertThat(figures(first.toString("yy-MM-dd")))
        .containsExactlyInAnyOrderElementsOf(figures(expected.get("date").replace("2026", "26")));
    means(expected, reading);
  }

  /** Two live recordings in one file, headers before every sample and before the means. */
  @Test
  void readsLiveRecordings() {
    Reading reading =
        Reading.of(new SarText(), Reading.text("sar/recordings/live-v12.7.9.sar-uP.txt"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.ignored()).containsEntry("banner", 2L).containsEntry("average", 5L);
    assertThat(reading.rows()).hasSize(8);
    assertThat(reading.rows())
        .allMatch(row -> row.whole("interval_end") - row.whole("interval_start") == 1_000_000);
    assertThat(reading.rows().get(0)).containsEntry("user", 82.67).containsEntry("steal", 0.99);
  }

  private static Map<String, Long> numbers(String json) throws IOException {
    Map<String, Long> numbers = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          numbers.put(parser.currentName(), parser.getLongValue());
        }
      }
    }
    return numbers;
  }

  private static void means(CSVRecord expected, Reading reading) {
    List<Row> all =
        reading.rows("cpu_sample").stream().filter(row -> row.whole("cpu") == -1).toList();
    assertThat(all).hasSize((int) count(expected, "cpu_all_rows"));
    mean(expected, all, "mean_user", row -> row.figure("user") - of(row, "guest"));
    mean(expected, all, "mean_nice", row -> row.figure("nice"));
    // %sys of the long form is without interrupts, which the record adds.
    mean(
        expected,
        all,
        "mean_system",
        row -> row.figure("system") - of(row, "irq") - of(row, "soft"));
    mean(expected, all, "mean_iowait", row -> row.figure("iowait"));
    mean(expected, all, "mean_steal", row -> row.figure("steal"));
    mean(expected, all, "mean_idle", row -> row.figure("idle"));
  }

  private static double of(Row row, String field) {
    return row.containsKey(field) ? row.figure(field) : 0;
  }

  private static void mean(
      CSVRecord expected, List<Row> rows, String column, ToDoubleFunction<Row> figure) {
    assertThat(rows.stream().mapToDouble(figure).average().orElseThrow())
        .as(column)
        .isCloseTo(Double.parseDouble(expected.get(column)), within(HALF_OF_A_DIGIT));
  }

  private static long ignored(Reading reading, String kind) {
    return reading.ignored().getOrDefault(kind, 0L);
  }

  /** The header of each line that became records, put together from those. */
  private static Map<Long, String> sectionsByLine(Reading reading) {
    Map<Long, Set<String>> columns = new LinkedHashMap<>();
    String cpuColumns = reading.observations().facts().get("cpu columns");
    for (Row row : reading.rows()) {
      Set<String> names = columns.computeIfAbsent(row.line(), line -> new LinkedHashSet<>());
      if (row.table().equals("cpu_sample")) {
        names.addAll(List.of("CPU", cpuColumns));
      } else {
        names.add(row.text("section"));
        names.add(row.text("metric"));
      }
    }
    Map<Long, String> sections = new LinkedHashMap<>();
    columns.forEach(
        (line, names) ->
            sections.put(
                line, String.join(" ", names) + (names.contains("MBfsfree") ? " FILESYSTEM" : "")));
    return sections;
  }

  private static DateTime time(Row row) {
    return new DateTime(row.whole("interval_end") / 1000, DateTimeZone.UTC);
  }

  private static List<Integer> figures(String text) {
    return DIGITS.matcher(text).results().map(found -> Integer.valueOf(found.group())).toList();
  }
}
