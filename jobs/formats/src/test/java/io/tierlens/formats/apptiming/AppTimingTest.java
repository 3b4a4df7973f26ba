package io.tierlens.formats.apptiming;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTimingTest {
  private static final String HEADER =
      "start\tduration_us\tpid\tsession\tpath\tpage\trequest_id\tcpu_us\tstatus\tmy column\n";

  private final AppTiming format = new AppTiming();

  private Reading read(String... lines) {
    return Reading.of(format, String.join("\n", lines).replace('~', '\t') + "\n");
  }

  @Test
  void everyColumn() {
    Reading reading =
        Reading.of(
            format,
            HEADER + "1795349798.636149\t1513185\t389\ta5\t/a?b\tindex\tawL\t950000\t200\tx y\n");
    assertThat(reading.only())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "app_event"),
                Map.entry("line", 2L),
                Map.entry("kind", "app-timing"),
                Map.entry("start_time", 1_795_349_798_636_149L),
                Map.entry("start_slack_us", 0L),
                Map.entry("duration_us", 1_513_185L),
                Map.entry("duration_error_us", 0L),
                Map.entry("cpu_us", 950_000L),
                Map.entry("pid", 389L),
                Map.entry("session", "a5"),
                Map.entry("path", "/a"),
                Map.entry("page", "index"),
                Map.entry("request_id", "awL"),
                Map.entry("status", 200),
                Map.entry("extra", Map.of("my column", "x y")),
                Map.entry("complete", true)));
    assertThat(reading.ignored()).isEqualTo(Map.of("column header", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "1795349798, 1795349798000000, 999999",
    "1795349798.6, 1795349798600000, 99999",
    "1795349798.63, 1795349798630000, 9999",
    "1795349798.636, 1795349798636000, 999",
    "1795349798.63614, 1795349798636140, 9",
    "1795349798.636149, 1795349798636149, 0",
    "1795349798.636149999, 1795349798636149, 0",
    "999999999.5, 999999999500000, 99999",
  })
  void decimalsTellHowExactAStartIs(String start, long time, long slack) {
    assertThat(read("start~duration_us", start + "~7").only())
        .containsEntry("start_time", time)
        .containsEntry("start_slack_us", slack)
        .containsEntry("duration_error_us", 0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-"})
  void anEmptyValueIsNone(String none) {
    Row row =
        read(HEADER.strip(), "1795349798.5~" + String.join("~", Collections.nCopies(9, none)))
            .only();
    assertThat(row.keySet())
        .containsExactlyInAnyOrder(
            "table", "line", "kind", "start_time", "start_slack_us", "complete");
    assertThat(row).containsEntry("complete", false);
  }

  @Test
  void escapesAreUndoneAndOthersStay() {
    assertThat(read("start~duration_us~page~x", "1795349798~7~a\\tb\\nc\\\\t\\x\\~\\\\").only())
        .containsEntry("page", "a\tb\nc\\t\\x\\")
        .containsEntry("extra", Map.of("x", "\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1795349798.5 | 1 field instead of 3",
        "1795349798.5~7~8~9 | 4 fields instead of 3",
        "~7~8 | no start",
        "-~7~8 | no start",
        "yesterday~7~8 | start is not a number of epoch seconds",
        "1795349798.~7~8 | start is not a number of epoch seconds",
        "1795349798.5e3~7~8 | start is not a number of epoch seconds",
        "1795349798500~7~8 | start is not a number of epoch seconds",
        "1795349798~7.5~8 | duration_us is not a whole number",
        "1795349798~-7~8 | duration_us is not a whole number",
        "1795349798~7~x | pid is not a whole number",
      })
  void otherLinesAreRejected(String line, String reason) {
    Reading reading = read("start~duration_us~pid", line);
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"status, 1000000000", "status, ok", "cpu_us, 0.5"})
  void numbersThatAreNone(String column, String value) {
    assertThat(read("start~duration_us~" + column, "1795349798~7~" + value).reasons())
        .containsExactly(column + " is not a whole number");
  }

  @Test
  void aHeaderAgainIsPassedOverAndAnotherOneTakesEffect() {
    Reading reading =
        read(
            "start~duration_us~page",
            "1795349798~7~a",
            "start~duration_us~page",
            "",
            "1795349799~8~b",
            "pid~duration_us~start",
            "12~9~1795349800",
            "1795349801~9~1795349801");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("page")).containsExactly("a", "b", null, null);
    assertThat(reading.all("pid")).containsExactly(null, null, 12L, 1_795_349_801L);
    assertThat(reading.ignored()).isEqualTo(Map.of("column header", 3L, "empty line", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1795349798~7", "start~duration", "# a comment", "Start~Duration_us", "start"})
  void withoutAHeaderEveryLineIsRejectedForThat(String first) {
    Reading reading = read(first, "1795349798~7", "1795349799~8");
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.reasons())
        .hasSize(3)
        .allMatch(reason -> reason.startsWith("no line above names the columns"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"start~start~duration_us", "start~duration_us~~x", "start~x~duration_us~x"})
  void aHeaderThatMeansTwoThingsIsOfNoUse(String header) {
    Reading reading =
        read(
            "start~duration_us",
            "1795349798~7",
            header,
            "1795349799~8",
            "start~duration_us",
            "1795349800~9");
    assertThat(reading.all("duration_us")).containsExactly(7L, 9L);
    assertThat(reading.reasons()).hasSize(2).allMatch(reason -> reason.contains("of no use"));
  }

  @Test
  void requestsThatNeverEndedAreCounted() {
    Reading reading = read("start~duration_us", "1795349798~", "1795349799~5");
    assertThat(reading.all("complete")).containsExactly(false, true);
    assertThat(reading.observations().facts())
        .isEqualTo(Map.of("requests without a duration", "1"));
  }

  /** Columns in any order, with any values, come back as they were. */
  @Test
  void whateverIsWrittenIsReadAgain() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      List<String> names = new ArrayList<>(List.of("start", "duration_us", "page", "a", "ß", "b"));
      Collections.shuffle(names, random);
      StringBuilder text = new StringBuilder(String.join("\t", names)).append('\n');
      List<Map<String, String>> expected = new ArrayList<>();
      for (int line = 0; line < 20; line++) {
        Map<String, String> extra = new TreeMap<>();
        List<String> values = new ArrayList<>();
        for (String name : names) {
          String value = value(random);
          if (name.equals("start")) {
            values.add("1795349798." + line);
          } else if (name.equals("duration_us")) {
            values.add("" + line);
          } else {
            values.add(value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
            if (!value.isEmpty() && !value.equals("-")) {
              extra.put(name, value);
            }
          }
        }
        text.append(String.join("\t", values)).append('\n');
        expected.add(extra);
      }
      Reading reading = Reading.of(format, text.toString());
      assertThat(reading.rejects()).isEmpty();
      List<Map<String, String>> read = new ArrayList<>();
      for (Row row : reading.rows()) {
        Map<String, String> extra = new TreeMap<>();
        if (row.get("extra") instanceof Map<?, ?> kept) {
          kept.forEach((name, value) -> extra.put(name.toString(), value.toString()));
        }
        if (row.get("page") != null) {
          extra.put("page", row.text("page"));
        }
        read.add(extra);
      }
      assertThat(read).isEqualTo(expected);
    }
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      value.append("ab-\\\t\n tnß".charAt(random.nextInt(10)));
    }
    return value.toString();
  }

  @Test
  void aLogOfExactTimes() {
    Reading reading =
        Reading.of(format, ReadOptions.NONE, Reading.resource("apptiming/app-timing.log"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.rows()).hasSize(40);
    for (String field : List.of("duration_us", "pid", "session", "path", "status", "request_id")) {
      assertThat(reading.all(field)).as(field).doesNotContainNull();
    }
    assertThat(reading.all("start_slack_us")).containsOnly(0L);
  }

  @Test
  void theConfidenceIsTheShareOfFittingLines() {
    String text = "start\tduration_us\n1795349798\t7\nnoise\n1795349798\t8\n";
    assertThat(format.sniff(Reading.head(text)).orElseThrow().confidence()).isEqualTo(75);
    assertThat(format.sniff(Reading.head("noise\n" + text))).isEmpty();
  }
}
