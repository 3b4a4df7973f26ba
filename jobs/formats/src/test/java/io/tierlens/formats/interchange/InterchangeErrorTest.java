package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.Map;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterchangeErrorTest {
  private static final String FIRST =
      "192.0.2.1 a5:192.0.2.1 Ann B [22/November/2026:07:16:27 -0500] strap /cgi-bin/strap/x bad";

  private final InterchangeError format = new InterchangeError();

  @Test
  void everyFieldOfAMessageOfSeveralLines() {
    Reading reading =
        Reading.of(format, FIRST + " query\n> near 'x'\n>\n>  at line 3\n" + FIRST + "\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows().get(0))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "app_event"),
                Map.entry("line", 1L),
                Map.entry("kind", "interchange-error"),
                Map.entry("start_time", DateTime.parse("2026-11-22T12:16:27Z").getMillis() * 1000),
                Map.entry("start_slack_us", 999_999L),
                Map.entry("client", "192.0.2.1"),
                Map.entry("session", "a5"),
                Map.entry("user", "Ann B"),
                Map.entry("path", "/cgi-bin/strap/x"),
                Map.entry("message", "bad query\nnear 'x'\n\n at line 3"),
                Map.entry("extra", Map.of("catalog", "strap")),
                Map.entry("complete", true)));
    assertThat(reading.rows().get(1)).containsEntry("line", 5L).containsEntry("message", "bad");
    assertThat(reading.account().continuationLines()).isEqualTo(3);
  }

  @Test
  void aMessageWithoutItsUsualWordsHasNoTimeAndIsKeptAsReject() {
    Reading reading =
        Reading.of(format, "bare message\n> more\n" + FIRST + "\nbare again\n> more\n");
    assertThat(reading.all("message")).containsExactly("bad");
    assertThat(reading.rejects()).hasSize(4);
    assertThat(reading.reasons().get(0)).startsWith("no time");
    assertThat(reading.reasons().get(1)).startsWith("goes on with a message");
  }

  /** Such a message has no time, and nothing says that it belongs to the one before it. */
  @Test
  void aMessageThatBeganWithABackslashIsKeptAsReject() {
    Reading reading =
        Reading.of(format, FIRST + "\nsecond thoughts\nin two lines\n" + FIRST + "\n");
    assertThat(reading.all("message")).containsExactly("bad", "bad");
    assertThat(reading.reasons())
        .hasSize(2)
        .allMatch(reason -> reason.contains("without the usual words before it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- - - | - | - | -",
        "2001:db8::1 a5:2001:db8::1 - | 2001:db8::1 | a5 | -",
        "::1 - ann | ::1 | - | ann",
        "www.test a5:www.test Ann B C | www.test | a5 | Ann B C",
        "192.0.2.1 a5:ann [a] of [b] | 192.0.2.1 | a5 | [a] of [b]",
        "192.0.2.1 a5:ann x [a | 192.0.2.1 | a5 | x [a",
      })
  void whoItWas(String words, String client, String session, String user) {
    String line = words + " [22/November/2026:07:16:27 -0500] strap - a [b] c\n";
    Map<String, Object> row = Reading.of(format, line).only();
    assertThat(row.get("client")).isEqualTo(client);
    assertThat(row.get("session")).isEqualTo(session);
    assertThat(row.get("user")).isEqualTo(user);
    assertThat(row.get("message")).isEqualTo("a [b] c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22/Nov/2026:07:16:27 -0500", "22/November/2026:12:16:27 +0000"})
  void aChangedLogTimeFormatThatIsKnown(String time) {
    assertThat(Reading.of(format, "- - - [" + time + "] strap - x\n").only())
        .containsEntry("start_time", DateTime.parse("2026-11-22T12:16:27Z").getMillis() * 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2026-11-22 07:16:27]", "[Sun Nov 22 07:16:27 2026]", "07:16:27", "[]"})
  void aChangedLogTimeFormatThatIsNotKnown(String time) {
    String text =
        "- - - " + time + " strap - x " + "y".repeat(200) + " [22/Nov/2026:07:16:27 -0500]";
    assertThat(Reading.of(format, text + "\n").reasons())
        .singleElement()
        .asString()
        .contains("LogTimeFormat");
  }

  @Test
  void emptyLinesAndDamageEndAMessage() {
    Reading reading = Reading.of(format, FIRST + "\n\n> x\n" + FIRST + "\n\0\n> y\n");
    assertThat(reading.all("message")).containsExactly("bad", "bad");
    assertThat(reading.ignored()).isEqualTo(Map.of("empty line", 1L));
    assertThat(reading.reasons()).hasSize(3);
  }

  @Test
  void aMessageWithoutEndIsCut() {
    String line = "> " + "x".repeat(1000) + "\n";
    Reading reading = Reading.of(format, FIRST + "\n" + line.repeat(2000));
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rejects()).isNotEmpty();
    assertThat(reading.reasons().get(0)).contains("more than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[22/November/2026:07:16:27 -0500] strap - x | no client, session and user",
        "- - - | no time",
        "- - [22/November/2026:07:16:27 -0500] strap - x | no time",
        "- - - [22/Novembre/2026:07:16:27 -0500] strap - x | the text in brackets is not a time",
        "- - - [22/November/2026:07:16:27 -0500 strap - x | the text in brackets is not a time",
        "- - - [22/November/2026:07:16:27 -0500] | no catalog, path and message",
        "- - - [22/November/2026:07:16:27 -0500] strap - | no catalog, path and message",
        "- - - [22/Nov/2026:07:16:27 -0500] \"GET / HTTP/1.1\" 200 5 | no catalog behind",
        "- - - [22/November/2026:07:16:27 -0500]strap - x | no catalog, path and message",
      })
  void otherLinesAreRejected(String line, String reason) {
    Reading reading = Reading.of(format, line + "\n");
    assertThat(reading.reasons()).singleElement().asString().startsWith(reason);
  }

  @Test
  void aRealLog() {
    byte[] log = Reading.resource("interchange/error.log");
    Reading reading = Reading.of(format, ReadOptions.NONE, log);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.rows()).hasSize((int) new String(log, UTF_8).lines().count());
    for (Map<String, Object> row : reading.rows()) {
      assertThat(row).doesNotContainKeys("client", "session", "user", "path");
    }
    assertThat(reading.all("message"))
        .contains("Interchange V", "Removed catalog strap (/cgi-bin/strap)");
  }
}
