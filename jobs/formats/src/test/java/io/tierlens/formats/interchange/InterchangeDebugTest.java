package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.Guess;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterchangeDebugTest {
  private static final long NOON = DateTime.parse("2026-11-22T12:16:38Z").getMillis() * 1000;

  private final InterchangeDebug format = new InterchangeDebug();

  private static String begin(int second, int pid) {
    return String.format(
        "[22/Nov/2026:07:16:%02d -0500] pid=%d  192.0.2.1 GET /shop/a.html?x=1 begin dispatch:"
            + " 0.0100000000000051 0.02 0 0\n",
        second, pid);
  }

  private static String end(int second, int pid, String cpu) {
    return String.format(
        "[22/Nov/2026:07:16:%02d -0500] pid=%d strap 192.0.2.1 GET /shop/a.html?x=1 end"
            + " connection: %s\n",
        second, pid, cpu);
  }

  private static ReadOptions template(String template) {
    return ReadOptions.NONE.with(ReadOptions.FORMAT, template);
  }

  @Test
  void aPageIsItsTwoMarks() {
    String text =
        "Start DEBUG at Sun Nov 22 07:16:30 2026\n"
            + "[22/Nov/2026:07:16:38 -0500] pid=7     begin connection. Summary time set to zero\n"
            + "[22/Nov/2026:07:16:38 -0500] pid=7     end cgi read: 0.01 0 0 0\n"
            + begin(38, 7)
            + "[22/Nov/2026:07:16:39 -0500] pid=7 strap 192.0.2.1 GET /shop/a.html dump=[\n"
            + "  'code' => 'os28110',\n"
            + "]\n"
            + end(40, 7, "0.950000000000003 0.139999999999997 0.1 5.5e-17");
    Reading reading = Reading.of(format, text);
    assertThat(reading.only())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "app_event"),
                Map.entry("line", 4L),
                Map.entry("kind", "interchange-debug"),
                Map.entry("start_time", NOON),
                Map.entry("start_slack_us", 999_999L),
                Map.entry("duration_us", 2_000_000L),
                Map.entry("duration_error_us", 1_000_000L),
                Map.entry("cpu_us", 1_160_000L),
                Map.entry("pid", 7L),
                Map.entry("client", "192.0.2.1"),
                Map.entry("path", "/shop/a.html"),
                Map.entry("complete", true),
                Map.entry("extra", Map.of("catalog", "strap", "request_method", "GET"))));
    assertThat(reading.ignored())
        .isEqualTo(
            Map.of(
                "start of the debug log", 1L,
                "begin connection", 1L,
                "end cgi read", 1L,
                "other debug message", 3L));
    assertThat(reading.account().recordLines()).isEqualTo(1);
    assertThat(reading.account().continuationLines()).isEqualTo(1);
  }

  @Test
  void pagesThatNeverEndedComeLast() {
    Reading reading =
        Reading.of(
            format,
            begin(1, 5)
                + begin(2, 6)
                + begin(3, 7)
                + end(4, 7, "1 0 0 0")
                + begin(5, 5)
                + end(6, 5, "1 0 0 0"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("line")).containsExactly(3L, 5L, 1L, 2L);
    assertThat(reading.all("complete")).containsExactly(true, true, false, false);
    assertThat(reading.all("duration_us").subList(2, 4)).containsOnlyNulls();
    assertThat(reading.observations().facts()).containsEntry("pages that never ended", "2");
  }

  @Test
  void anEndNeedsItsBeginning() {
    Reading reading = Reading.of(format, end(4, 7, "1 0 0 0") + begin(5, 7) + end(6, 8, "1 0 0 0"));
    assertThat(reading.all("complete")).containsExactly(false);
    assertThat(reading.reasons()).hasSize(2).allMatch(reason -> reason.contains("beginning"));
  }

  @Test
  void aClockSetBackLeavesTheDurationUnknown() {
    assertThat(Reading.of(format, begin(5, 7) + end(4, 7, "1 0 0 0")).only())
        .doesNotContainKeys("duration_us", "duration_error_us")
        .containsEntry("cpu_us", 970_000L);
  }

  @Test
  void cpuThatRunsBackwardsIsUnknown() {
    assertThat(Reading.of(format, begin(4, 7) + end(5, 7, "0 0 0 0")).only())
        .doesNotContainKey("cpu_us")
        .containsEntry("duration_us", 1_000_000L);
  }

  /** Without a time there is no row, but advice. */
  @ParameterizedTest
  @ValueSource(strings = {"Vend::Server:debug: ", "pid=7 ", "[7] ", ""})
  void marksWithoutATimeAreCounted(String prefix) {
    String text =
        prefix + "begin dispatch: 0.01 0 0 0\n" + prefix + "end connection: 0.9 0.1 0 0\n";
    Reading reading = Reading.of(format, text);
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.ignored()).isEqualTo(Map.of("debug mark without a time", 2L));
    assertThat(reading.observations().facts().get("marks without a time"))
        .startsWith("2; set in interchange.cfg: DebugTemplate [%d/%b/%Y:%H:%M:%S %z] pid={PID} ");
  }

  @Test
  void withoutAProcessPagesCountWhileTheyDoNotOverlap() {
    String b = "2026-11-22 12:16:%02d begin dispatch: 0 0 0 0\n";
    String e = "2026-11-22 12:16:%02d end connection: 0.5 0 0 0\n";
    String text =
        String.format(b + e, 1, 2) // alone
            + String.format(b + b + e + e, 3, 4, 5, 6) // overlapping
            + String.format(b + e, 7, 9) // alone
            + String.format(b, 10);
    Reading reading = Reading.of(format, text);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("line")).containsExactly(1L, 7L, 9L);
    assertThat(reading.all("duration_us")).containsExactly(1_000_000L, 2_000_000L, null);
    assertThat(reading.all("pid")).containsOnlyNulls();
    assertThat(reading.ignored()).isEqualTo(Map.of("debug mark that may be of several pages", 4L));
    assertThat(reading.observations().facts().get("marks of pages that overlap"))
        .startsWith("4; set in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "%s pid={PID} s={SESSION.ID} p={PAGE} {MESSAGE} ~ 1795349798 pid=7 s=a5 p=ord/basket MARK",
        "%c [{PID}] {SESSION.ID}/{PAGE}: {MESSAGE} ~ Sun Nov 22 07:16:38 2026 [7] a5/ord/basket: MARK",
        "%F %T {CALLER0} {MESSAGE} {PAGE} {SESSION.ID} {PID}"
            + " ~ 2026-11-22 07:16:38 Vend::Server MARK ord/basket a5 7",
        "%D %r %Z {PAGE}|{SESSION}|{PID}|{MESSAGE} ~ 11/22/26 07:16:38 AM EST ord/basket|a5|7|MARK",
        "100%% %e.%m.%y %k:%M:%S {pid} {session.id} {page} {message}"
            + " ~ 100% 22.11.26  7:16:38 7 a5 ord/basket MARK",
        "{PID}{MESSAGE} {PAGE} {SESSION.ID} %d/%B/%Y:%H:%M:%S %z"
            + " ~ 7MARK ord/basket a5 22/November/2026:12:16:38 +0000",
      })
  void aTemplateThatIsTold(String template, String line) {
    ReadOptions options = template(template).with(ReadOptions.TIME_ZONE, "America/New_York");
    String text =
        line.replace("MARK", "begin dispatch: 0 0 0 0")
            + "\n"
            + line.replace("MARK", "end connection: 0.01 0 0 0")
            + "\n";
    assertThat(Reading.of(format, options, text).only())
        .containsEntry("start_time", NOON)
        .containsEntry("duration_us", 0L)
        .containsEntry("cpu_us", 10_000L)
        .containsEntry("pid", 7L)
        .containsEntry("session", "a5")
        .containsEntry("page", "ord/basket");
  }

  @Test
  void marksOfAnotherTemplateAreRejected() {
    Reading reading = Reading.of(format, template("%s {PID} {MESSAGE}"), begin(1, 7));
    assertThat(reading.reasons()).singleElement().asString().contains("set format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "%s {PID} ~ no {MESSAGE}",
        "{MESSAGE} {message} ~ {MESSAGE} twice",
        "%q {MESSAGE} ~ %q in it is not known",
        "{PID}{PAGE} {MESSAGE} ~ nothing parts {pid}",
        "{PID}%s {MESSAGE} ~ nothing parts {pid}",
      })
  void aTemplateThatCannotBeRead(String template, String why) {
    assertThatThrownBy(() -> Reading.of(format, template(template), "x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("DebugTemplate such as");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[22/Nov/2026:07:16:38 -0500] pid=7 c h GET /x ",
        "2026-11-22 07:16:38 [7] session=a5 page=index ",
        "[Sun Nov 22 07:16:38 2026] 7 ",
        "1795349798 pid=7 Vend::Server: ",
        "Vend::Server:debug: ",
      })
  void usualTemplatesAreRecognised(String prefix) {
    String text = (prefix + "begin dispatch: 0 0 0 0\n").repeat(3) + "{\n";
    Guess guess = format.sniff(Reading.head(text)).orElseThrow();
    assertThat(guess.confidence()).isEqualTo(75);
    String template = guess.options().get(ReadOptions.FORMAT);
    Reading told = Reading.of(format, template(template), text);
    assertThat(told.rejects()).isEmpty();
    assertThat(told.rows()).isEqualTo(Reading.of(format, text).rows());
  }

  @Test
  void aLogWithoutShowTimesIsRecognisedByItsWord() {
    Guess guess =
        format.sniff(Reading.head("Vend::Util:debug: x\nVend::Dispatch:debug: y\n")).orElseThrow();
    assertThat(guess.confidence()).isEqualTo(100);
    assertThat(guess.options()).isEmpty();
    assertThat(format.sniff(Reading.head("some text:debug: x\n"))).isEmpty();
  }

  /** Pages of several workers, of which some die. */
  @Test
  void madeUpWorkersComeBackAsTheyWere() {
    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      Map<Long, Long> cpuByLine = new HashMap<>();
      Map<Integer, Long> begun = new HashMap<>();
      for (long line = 1; line <= 300; line++) {
        int pid = 100 + random.nextInt(5);
        if (begun.containsKey(pid) && random.nextInt(10) > 0) {
          int ticks = random.nextInt(500);
          text.append(end((int) (line / 6), pid, (3 + ticks) / 100.0 + " 0 0 0"));
          cpuByLine.put(begun.remove(pid), ticks * 10_000L);
        } else {
          text.append(begin((int) (line / 6), pid));
          begun.put(pid, line);
          cpuByLine.put(line, null);
        }
      }
      Reading reading = Reading.of(format, text.toString());
      assertThat(reading.rejects()).isEmpty();
      Map<Long, Long> read = new HashMap<>();
      for (Row row : reading.rows()) {
        read.put(row.line(), (Long) row.get("cpu_us"));
        assertThat(row.get("complete")).isEqualTo(row.containsKey("duration_us"));
      }
      assertThat(read).isEqualTo(cpuByLine);
    }
  }

  /** An excerpt that begins and ends amid pages, held against a plain count of the marks. */
  @Test
  void aRealLog() {
    byte[] log = Reading.resource("interchange/debug.log");
    Map<String, Integer> open = new HashMap<>();
    int orphans = 0;
    List<Object> ended = new ArrayList<>();
    int number = 0;
    for (String line : new String(log, UTF_8).lines().toList()) {
      number++;
      String pid = line.replaceAll(".*pid=(\\d+).*", "$1");
      if (line.contains("begin dispatch:")) {
        open.put(pid, number);
      } else if (line.contains("end connection:")) {
        Integer began = open.remove(pid);
        orphans += began == null ? 1 : 0;
        if (began != null) {
          ended.add((long) began);
        }
      }
    }
    Reading reading = Reading.of(format, ReadOptions.NONE, log);
    assertThat(reading.rejects()).hasSize(orphans).isNotEmpty();
    assertThat(reading.all("line").subList(0, ended.size())).isEqualTo(ended);
    assertThat(reading.rows()).hasSize(ended.size() + open.size());
    assertThat(reading.all("pid")).doesNotContainNull();
    assertThat(reading.all("path")).doesNotContainNull();
    assertThat(reading.observations().facts())
        .containsEntry("debug template", DebugNotes.ADVICE)
        .containsEntry("pages that never ended", "" + open.size());
  }
}
