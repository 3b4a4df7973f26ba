package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Guess;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.bytes.RecordStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of Interchange that went through syslog. */
class SyslogLinesTest {
  private static final ReadOptions NEW_YORK =
      ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
  private static final ReadOptions YEAR = NEW_YORK.with(ReadOptions.YEAR, "2026");

  private static final List<String> PREFIXES =
      List.of(
          "Nov 22 07:16:27 www1 interchange[123]: ",
          "<158>Nov 22 07:16:27 www1 interchange: ",
          "2026-11-22T07:16:27-05:00 www1 interchange[123]: ",
          "<158>1 2026-11-22T12:16:27Z www1 interchange 123 - - ",
          "1 2026-11-22T12:16:27.000Z www1 Interchange - ID [x@1 a=\"]\\\"\"] ");

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  @Test
  void errorsHaveTheTimeOfSyslogAndItsProcess() {
    for (String prefix : PREFIXES) {
      Row row = Reading.of(new InterchangeError(), YEAR, prefix + "START server (383)\n").only();
      assertThat(row)
          .containsEntry("start_time", micros("2026-11-22T12:16:27Z"))
          .containsEntry("message", "START server (383)")
          .containsEntry("complete", true)
          .doesNotContainKeys("client", "session", "user", "path", "extra");
      assertThat(row.get("pid")).isEqualTo(prefix.contains("123") ? 123L : null);
      assertThat(row.whole("start_slack_us")).isEqualTo(prefix.contains(".000") ? 999 : 999_999);
    }
  }

  @Test
  void aLineWithItsOwnWordsKeepsItsOwnTime() {
    for (String prefix : PREFIXES) {
      String text =
          prefix
              + "192.0.2.1 a5:x ann [22/November/2026:07:16:20 -0500] strap /x bad\n"
              + prefix
              + "> near 'x'\n";
      assertThat(Reading.of(new InterchangeError(), NEW_YORK, text).only())
          .containsEntry("start_time", micros("2026-11-22T12:16:20Z"))
          .containsEntry("session", "a5")
          .containsEntry("message", "bad\nnear 'x'");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Nov 22 07:16:27 www1 interchange: x", "<1>Nov 22 07:16:27 a interchange:x"})
  void withoutAYearAStampOfRfc3164IsNoTime(String line) {
    Reading reading = Reading.of(new InterchangeError(), NEW_YORK, line + "\n");
    assertThat(reading.reasons()).singleElement().asString().contains("set year");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nov 22 07:16:27 www1 sshd[7]: > x | line of another program",
        "2026-11-22T07:16:27Z www1 sshd: x | line of another program",
        "1 2026-11-22T07:16:27Z www1 sshd 7 - - x | line of another program",
        "Nov 22 07:16:27 www1 interchange: | empty line",
      })
  void whatIsIgnored(String line, String kind) {
    Reading reading = Reading.of(new InterchangeError(), YEAR, line + "\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.ignored()).isEqualTo(Map.of(kind, 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 22 07:16:27 www1 no tag at all",
        "Nov 22 07:16:27 www1",
        "Nov 22 07:16:27",
        "Nov 22 07:16:27 www1 interchange[12: x",
        "1 2026-11-22T07:16:27Z www1 interchange 7 -",
        "1 2026-11-22T07:16:27Z www1 interchange 7 - [x@1 a=\"]\"",
        "Nov 31 07:16:27 www1 interchange: x",
        "<158 Nov 22 07:16:27 www1 interchange: x",
      })
  void whatIsRejected(String line) {
    Reading reading = Reading.of(new InterchangeError(), YEAR, line + "\n");
    assertThat(reading.rejects()).hasSize(1);
    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void benchLinesAreThoseBehindTheWordsOfSyslog() {
    for (String tab : List.of("\t", "#011")) {
      for (String prefix : PREFIXES) {
        String line = prefix + "h~/a?x~s~7~1795349798~3~".replace("~", tab);
        Row row = Reading.of(new InterchangeBench(), line + "\n" + line + "0.5\n").only();
        assertThat(row)
            .containsEntry("session", "s")
            .containsEntry("client", "h")
            .containsEntry("cpu_us", 500_000L);
        String track = prefix + "d~s:h~~c~1795349800~~VIEWPAGE=a".replace("~", tab);
        assertThat(Reading.of(new InterchangeUsertrack(), track + "\n").only())
            .containsEntry("page", "a");
      }
    }
  }

  @Test
  void aTabThatIsWrittenOutIsOneOnlyBehindTheWordsOfSyslog() {
    String line = "h#011/a#011s#0117#0111795349798#0113#011\n";
    assertThat(Reading.of(new InterchangeBench(), line).reasons())
        .containsExactly("1 tab-separated field instead of 7");
  }

  /** The number in brackets may be that of the program that sends for all page servers. */
  @Test
  void debugMarksOfOverlappingPagesAreNotPaired() {
    String at = "Nov 22 07:16:%02d www1 interchange[9]: Vend::Server:debug: ";
    String text =
        String.format(at, 1)
            + "begin dispatch: 0 0 0 0\n"
            + String.format(at, 2)
            + "end connection: 0.5 0 0 0\n"
            + String.format(at, 3)
            + "begin dispatch: 0 0 0 0\n"
            + String.format(at, 4)
            + "begin dispatch: 0 0 0 0\n"
            + String.format(at, 5)
            + "end connection: 0.5 0 0 0\n"
            + String.format(at, 6)
            + "end connection: 0.5 0 0 0\n"
            + "Nov 22 07:16:07 www1 cron[1]: x\n";
    Reading reading = Reading.of(new InterchangeDebug(), YEAR, text);
    assertThat(reading.only())
        .containsEntry("line", 1L)
        .containsEntry("pid", 9L)
        .containsEntry("duration_us", 1_000_000L)
        .containsEntry("start_time", micros("2026-11-22T12:16:01Z"));
    assertThat(reading.ignored())
        .isEqualTo(
            Map.of("debug mark that may be of several pages", 4L, "line of another program", 1L));
    assertThat(Reading.of(new InterchangeDebug(), NEW_YORK, text).reasons())
        .hasSize(6)
        .allMatch(reason -> reason.contains("set year"));
  }

  @Test
  void theKindsAreRecognised() {
    for (String prefix : PREFIXES) {
      assertThat(kinds(prefix + "START server (383) (UNIX)\n"))
          .containsExactly("interchange-error");
      assertThat(kinds(prefix + "h\t/a\ts\t7\t1795349798\t3\t\n"))
          .containsExactly("interchange-bench");
      assertThat(kinds(prefix + "Vend::Server:debug: begin dispatch: 0 0 0 0\n"))
          .containsExactly("interchange-debug");
    }
    Guess guess = new InterchangeError().sniff(Reading.head(PREFIXES.get(0) + "x\n")).orElseThrow();
    assertThat(guess.evidence()).anyMatch(words -> words.contains("set year"));
  }

  private static List<String> kinds(String text) {
    return List.<LogFormat>of(
            new InterchangeBench(),
            new InterchangeUsertrack(),
            new InterchangeError(),
            new InterchangeDebug())
        .stream()
        .flatMap(format -> format.sniff(Reading.head(text)).stream())
        .map(Guess::kind)
        .toList();
  }

  /** Wherever a file is cut before a record, its parts give what the whole gives. */
  @ParameterizedTest
  @ValueSource(strings = {"interchange/syslog", "interchange/error.log"})
  void aFileCanBeCutBeforeAnyRecord(String path) {
    InterchangeError format = new InterchangeError();
    String text = Reading.text(path) + "Jan  1 00:00:14 www1 sshd[7]: x\n> y\n";
    ReadOptions options = format.settle(Reading.head(text), YEAR);
    Reading whole = Reading.of(format, options, text);
    RecordStart start = format.recordStart().orElseThrow();
    List<String> lines = text.lines().toList();
    int cuts = 0;
    for (int cut = 0; cut < lines.size(); cut++) {
      byte[] line = lines.get(cut).getBytes(UTF_8);
      if (start.at(line, 0, line.length)) {
        cuts++;
        List<Object> messages = new ArrayList<>();
        List<Object> times = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (List<String> part : List.of(lines.subList(0, cut), lines.subList(cut, lines.size()))) {
          Reading reading =
              Reading.of(format, options, String.join("\n", part) + (part.isEmpty() ? "" : "\n"));
          messages.addAll(reading.all("message"));
          times.addAll(reading.all("start_time"));
          reasons.addAll(reading.reasons());
        }
        assertThat(messages).isEqualTo(whole.all("message"));
        assertThat(times).isEqualTo(whole.all("start_time"));
        assertThat(reasons).isEqualTo(whole.reasons());
      }
    }
    assertThat(cuts).isGreaterThan(7);
  }

  @Test
  void theMonthIsSettledByTheFirstStamp() {
    String text = Reading.text("interchange/syslog");
    ReadOptions settled = new InterchangeError().settle(Reading.head(text), YEAR);
    assertThat(settled.text(ReadOptions.YEAR)).hasValue("2026-12");
    assertThat(new InterchangeError().settle(Reading.head(text), NEW_YORK).asMap())
        .isEqualTo(NEW_YORK.asMap());
    List<Object> times = Reading.of(new InterchangeError(), settled, text).all("start_time");
    assertThat(times)
        .isSorted()
        .startsWith(micros("2026-12-31T23:58:01-05:00"))
        .endsWith(micros("2027-01-01T00:00:13-05:00"));
  }
}
