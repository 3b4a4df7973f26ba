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
