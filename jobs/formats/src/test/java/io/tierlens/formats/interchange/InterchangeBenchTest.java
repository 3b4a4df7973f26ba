package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterchangeBenchTest {
  private static final long SECOND = 1_795_349_798L;

  private final InterchangeBench format = new InterchangeBench();

  private static String begin(String session, int pid, long second, int counter) {
    return String.format(
            "192.0.2.1\t/shop/a.html?x=1\t%s\t%d\t%d\t%d\t%n", session, pid, second, counter)
        .replace(System.lineSeparator(), "\n");
  }

  private static String end(String session, int pid, long second, int counter, String cpu) {
    return begin(session, pid, second, counter).replace("\n", cpu + "\n");
  }

  @Test
  void aPageIsItsTwoLines() {
    String text = begin("abc", 7, SECOND, 3) + end("abc", 7, SECOND + 2, 3, "1.050");
    Reading reading = Reading.of(format, text);
    assertThat(reading.only())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "app_event"),
                Map.entry("line", 1L),
                Map.entry("kind", "interchange-bench"),
                Map.entry("start_time", SECOND * 1_000_000),
                Map.entry("start_slack_us", 999_999L),
                Map.entry("duration_us", 2_000_000L),
                Map.entry("duration_error_us", 1_000_000L),
                Map.entry("cpu_us", 1_050_000L),
                Map.entry("pid", 7L),
                Map.entry("session", "abc"),
                Map.entry("client", "192.0.2.1"),
                Map.entry("path", "/shop/a.html"),
                Map.entry("counter", 3L),
                Map.entry("complete", true)));
    assertThat(reading.account().recordLines()).isEqualTo(1);
    assertThat(reading.account().continuationLines()).isEqualTo(1);
  }

  @Test
  void pagesComeAsTheyEndAndThenThoseThatDidNot() {
    Reading reading =
        Reading.of(
            format,
            begin("a", 1, SECOND, 1)
                + begin("b", 2, SECOND, 2)
                + begin("c", 3, SECOND, 3)
                + begin("d", 4, SECOND, 4)
                + end("c", 3, SECOND + 1, 3, "0.1")
                + end("b", 2, SECOND + 1, 2, "0.1"));
    assertThat(reading.all("session")).containsExactly("c", "b", "a", "d");
    assertThat(reading.all("complete")).containsExactly(true, true, false, false);
    assertThat(reading.all("duration_us")).containsExactly(1_000_000L, 1_000_000L, null, null);
    assertThat(reading.all("duration_error_us").subList(2, 4)).containsOnlyNulls();
    assertThat(reading.all("cpu_us").subList(2, 4)).containsOnlyNulls();
  }

  @Test
  void aCounterThatBeganAgainDoesNotMixPages() {
    Reading reading =
        Reading.of(
            format,
            begin("a", 1, SECOND, 1) // dies
                + begin("b", 2, SECOND + 50, 1)
                + begin("b", 1, SECOND + 51, 1) // the same process, again with counter 1
                + end("b", 1, SECOND + 54, 1, "0.2")
                + end("b", 2, SECOND + 52, 1, "0.1"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("line")).containsExactly(3L, 2L, 1L);
    assertThat(reading.all("duration_us")).containsExactly(3_000_000L, 2_000_000L, null);
  }

  @ParameterizedTest
  @CsvSource({"other,7,3", "abc,8,3", "abc,7,4"})
  void anEndNeedsItsOwnBeginning(String session, int pid, int counter) {
    Reading reading =
        Reading.of(
            format, begin("abc", 7, SECOND, 3) + end(session, pid, SECOND + 1, counter, "0.1"));
    assertThat(reading.all("complete")).containsExactly(false);
    assertThat(reading.reasons()).singleElement().asString().contains("beginning");
    assertThat(reading.rejects().get(0).line()).isEqualTo(2);
  }

  @Test
  void aClockSetBackLeavesTheDurationUnknown() {
    Reading reading =
        Reading.of(format, begin("a", 1, SECOND, 1) + end("a", 1, SECOND - 1, 1, "0.100"));
    assertThat(reading.only())
        .doesNotContainKeys("duration_us", "duration_error_us")
        .containsEntry("complete", true)
        .containsEntry("cpu_us", 100_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 1 tab-separated field instead of 7",
        "a~/b~c~1~1795349798~1 | 6 tab-separated fields instead of 7",
        "a~/b~c~1~1795349798~1~~ | 8 tab-separated fields instead of 7",
        "a~/b~c~x~1795349798~1~ | field 4 is not the number of a process",
        "a~/b~c~1~17953497~1~ | field 5 is not an epoch second",
        "a~/b~c~1~1795349798.5~1~ | field 5 is not an epoch second",
        "a~/b~c~1~1795349798~-~ | field 6 is not a counter",
        "a~/b~c~1~1795349798~1~much | field 7 is not a number of CPU seconds",
        "a~/b~c~1~1795349798~1~-0.1 | field 7 is not a number of CPU seconds",
      })
  void otherLinesAreRejected(String line, String reason) {
    Reading reading = Reading.of(format, line.replace('~', '\t') + "\n");
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).isEmpty();
  }

  /** Pages of several workers, of which some die, and a counter that begins again. */
  @Test
  void madeUpWorkersComeBackAsTheyWere() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<String> lines = new ArrayList<>();
      Map<Long, Long> durationByLine = new HashMap<>();
      Map<Integer, String> busy = new HashMap<>();
      Map<Integer, long[]> begun = new HashMap<>();
      long second = SECOND;
      int counter = 0;
      for (int i = 0; i < 300; i++) {
        second += random.nextInt(2);
        int pid = 100 + random.nextInt(5);
        if (random.nextInt(60) == 0) {
          counter = 0;
        }
        if (busy.containsKey(pid) && random.nextInt(10) > 0) {
          long[] page = begun.get(pid);
          lines.add(end(busy.remove(pid), pid, second, (int) page[2], "0.500"));
          durationByLine.put(page[0], (second - page[1]) * 1_000_000);
        } else {
          String session = "s" + random.nextInt(8);
          lines.add(begin(session, pid, second, ++counter));
          busy.put(pid, session);
          begun.put(pid, new long[] {lines.size(), second, counter});
          durationByLine.put((long) lines.size(), null);
        }
      }
      Reading reading = Reading.of(format, String.join("", lines));
      assertThat(reading.rejects()).isEmpty();
      Map<Long, Long> read = new HashMap<>();
      for (Map<String, Object> row : reading.rows()) {
        read.put((Long) row.get("line"), (Long) row.get("duration_us"));
        assertThat(row.get("complete")).isEqualTo(row.containsKey("duration_us"));
      }
      assertThat(read).isEqualTo(durationByLine);
    }
  }

  /**
   * An excerpt that begins and ends amid pages, held against a plain count of each page's lines.
   */
  @Test
  void aRealLog() {
    byte[] log = Reading.resource("interchange/bench.log");
    Map<String, List<Boolean>> ends = new HashMap<>();
    new String(log, UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(
            f ->
                ends.computeIfAbsent(f[2] + f[3] + " " + f[5], key -> new ArrayList<>())
                    .add(!f[6].isEmpty()));
    Reading reading = Reading.of(format, ReadOptions.NONE, log);
    assertThat(reading.rejects()).hasSize(count(ends, List.of(true))).isNotEmpty();
    assertThat(reading.all("complete"))
        .filteredOn(Boolean.FALSE::equals)
        .hasSize(count(ends, List.of(false)))
        .isNotEmpty();
    assertThat(reading.all("complete"))
        .filteredOn(Boolean.TRUE::equals)
        .hasSize(count(ends, List.of(false, true)))
        .isNotEmpty();
    List<Object> unfinished =
        reading.rows().stream()
            .filter(row -> row.get("complete").equals(false))
            .map(row -> row.get("line"))
            .toList();
    assertThat(unfinished).isSortedAccordingTo(Comparator.comparingLong(line -> (Long) line));
  }

  private static int count(Map<String, List<Boolean>> ends, List<Boolean> shape) {
    return (int) ends.values().stream().filter(shape::equals).count();
  }

  @Test
  void theConfidenceIsTheShareOfFittingLines() {
    String line = "a\t/b\tc\t1\t1795349798\t1\t\n";
    assertThat(format.sniff(Reading.head(line + line + "noise\n")).orElseThrow().confidence())
        .isEqualTo(66);
  }
}
