package io.tierlens.formats.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Guess;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSnifferTest {
  private static final String COMMON =
      "::1 - %s [22/Nov/2026:06:20:31 -0500] \"GET / HTTP/1.1\" 200 5";
  private static final String COMBINED = COMMON + " \"-\" \"Agent\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "common | ''",
        "common %D | ' 12345'",
        "common %T | ' 3'",
        "combined | ' \"-\" \"Agent\"'",
        "combined %D | ' \"-\" \"Agent\" 12345'",
        "combined %T | ' \"-\" \"Agent\" 0'",
      })
  void theTailTellsTheFormat(String format, String tail) {
    for (String user : new String[] {"-", "ann", "Ann of the Shop"}) {
      Guess guess = guess((String.format(COMMON, user) + tail + "\n").repeat(5)).orElseThrow();
      assertThat(guess.options()).containsEntry(ReadOptions.FORMAT, format);
      assertThat(guess.confidence()).isEqualTo(100);
      assertThat(guess.evidence()).anyMatch(text -> text.contains("5 of the first 5 lines"));
    }
  }

  @ParameterizedTest
  @CsvSource({"vhost_combined, ''", "vhost_combined %D, ' 54321'"})
  void aVirtualHostMayStandBefore(String format, String tail) {
    for (String user : new String[] {"-", "ann", "Ann of the Shop"}) {
      String line = "www.shop.test:443 " + String.format(COMBINED, user) + tail + "\n";
      assertThat(guess(line).orElseThrow().options()).containsEntry(ReadOptions.FORMAT, format);
    }
  }

  /** What may stand behind a combined line, five lines of it, and the format that is guessed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "combined %I %O; 168 285; 170 290; 900 310; 200 240; 180 299",
        "combined %I %O %D; 168 285 5170; 170 290 71234; 900 310 8123; 200 240 999; 180 299 3123",
        "combined %D; 3; 12; 250; 1800; 7",
        "combined %D; 1800; 250; 99; 120; 3333",
        "combined %T; 0; 0; 1; 3; 0",
        "combined %D %T; 1500000 1; 2500001 2; 100 0; 7 0; 999999 0",
        "combined %T %D; 1 1500000; 2 2500001; 0 100; 0 7; 0 999999",
        "combined %{ms}T %D; 15 15000; 25 25001; 0 100; 0 7; 999 999999",
        "combined %D \"%{X-Track}o\"; 1500 \"SESSION=a5&VIEWPAGE=x\"; 2500 \"SESSION=b6\"; 900 \"-\"; 800"
            + " \"SESSION=a5\"; 4000 \"SESSION=a5\"",
        "combined %D %{X-Track}o; 1500 SESSION=a5&VIEWPAGE=x; 2500 SESSION=b6; 900 -; 800 -; 4000 -",
        "combined %{UNIQUE_ID}e %D; awLdJiIL2ReCwvc3QmIGGwAAAAI 15000; awLdJiIL2ReCwvc3QmIGGwAAAAJ 25001;"
            + " - 1000; awLdJiIL2ReCwvc3QmIGGwAAAAK 7123; - 9999",
        "combined %D %{unknown_2}n; 1500 a; 2500 b; 900 c; 800 -; 4000 d",
        "nginx $request_time; 0.000; 0.012; 1.500; 0.003; 0.001",
        "nginx $request_time $upstream_response_time; 0.000 -; 0.012 0.012; 1.500 0.001, 1.499; 0.003"
            + " 0.003; 0.001 0.001",
        "nginx $request_time $upstream_response_time $request_id; 0.000 - bc3d3fec72d996bcf7e72480fbe292a2;"
            + " 0.012 0.012 bc3d3fec72d996bcf7e72480fbe292a3; 1.500 1.499 -; 0.003 0.003 -; 0.001 - -",
      })
  void theValuesBehindTellTheirTokens(
      String format, String a, String b, String c, String d, String e) {
    StringBuilder log = new StringBuilder();
    for (String tail : new String[] {a, b, c, d, e}) {
      log.append(String.format(COMBINED, "-").replace(" 5 ", " 70 ")).append(' ').append(tail);
      log.append('\n');
    }
    Guess guess = guess(log.toString()).orElseThrow();
    assertThat(guess.options()).containsEntry(ReadOptions.FORMAT, format);
    assertThat(guess.confidence()).isEqualTo(100);
    assertThat(
            Reading.of(new ApacheAccess(), ReadOptions.of(guess.options()), log.toString()).rows())
        .hasSize(5);
  }

  /** A wrong factor of a thousand is worse than a question. */
  @ParameterizedTest
  @CsvSource({
    "'3,12,250,1800,7', 3 of 5 are below 100: if the server counts milliseconds",
    "'120,120,121,120,121,120,120', the longest is 121",
  })
  void numbersThatMayBeMillisecondsAreTakenForMicroseconds(String served, String evidence) {
    StringBuilder log = new StringBuilder();
    for (String number : served.split(",", -1)) {
      log.append(String.format(COMBINED, "-")).append(' ').append(number).append('\n');
    }
    Guess guess = guess(log.toString()).orElseThrow();
    assertThat(guess.options()).containsEntry(ReadOptions.FORMAT, "combined %D");
    assertThat(guess.evidence()).anyMatch(sentence -> sentence.contains(evidence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"%D %P | 1", "%P %D | 2"})
  void numbersThatComeAgainAreProcesses(String tokens, int order) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      String served = String.valueOf(1000 + 7919 * i % 5000);
      String pid = String.valueOf(2200 + i % 5);
      log.append(String.format(COMBINED, "-"))
          .append(order == 1 ? " " + served + " " + pid : " " + pid + " " + served)
          .append('\n');
    }
    assertThat(guess(log.toString()).orElseThrow().options())
        .containsEntry(ReadOptions.FORMAT, "combined " + tokens);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
            + " $request_time | ''",
        "nginx $request_time | ' \"-\" \"Agent\"'",
      })
  void secondsWithDecimalsAreOfNginx(String format, String middle) {
    String line = String.format(COMMON, "ann") + middle + " 0.250\n";
    Guess guess = guess(line.repeat(3)).orElseThrow();
    assertThat(guess.options()).containsEntry(ReadOptions.FORMAT, format);
    Reading settled = Reading.of(new ApacheAccess(), ReadOptions.of(guess.options()), line);
    assertThat(settled.only()).isEqualTo(Reading.of(new ApacheAccess(), line).only());
    assertThat(settled.only()).containsEntry("duration_us", 250_000L);
  }

  @Test
  void aVirtualHostKeepsApachesSeconds() {
    String line = "www.shop.test:443 " + String.format(COMBINED, "-") + " 1.500\n";
    assertThat(guess(line).orElseThrow().options())
        .containsEntry(ReadOptions.FORMAT, "vhost_combined %T");
  }

  @Test
  void aRealLogOfNginxIsRecognised() {
    byte[] log = Reading.resource("apache/nginx_timed.log");
    Guess guess = LogFormats.recognise(Reading.head(log)).orElseThrow();
    assertThat(guess.options().get(ReadOptions.FORMAT))
        .isEqualTo(
            "nginx $request_time $upstream_response_time $unknown_3 $unknown_4 $request_id $pid"
                + " $unknown_7 \"$unknown_8\"");
    assertThat(guess.confidence()).isEqualTo(100);
    Guess combined =
        LogFormats.recognise(Reading.head(Reading.resource("apache/nginx_combined.log")))
            .orElseThrow();
    assertThat(combined.options()).containsEntry(ReadOptions.FORMAT, "combined");
  }

  @Test
  void theConfidenceIsTheShareOfFittingLines() {
    String good = String.format(COMBINED, "-") + "\n";
    Guess guess = guess(good.repeat(3) + "noise\n\n").orElseThrow();
    assertThat(guess.confidence()).isEqualTo(75);
    assertThat(guess("noise\n")).isEmpty();
  }

  @Test
  void aRealLogIsRecognised() {
    byte[] log = Reading.resource("apache/access_log");
    Guess guess = LogFormats.recognise(Reading.head(log)).orElseThrow();
    assertThat(guess.kind()).isEqualTo("apache-access");
    assertThat(guess.options()).containsEntry(ReadOptions.FORMAT, "combined %D");
    assertThat(guess.confidence()).isEqualTo(100);
  }

  private static Optional<Guess> guess(String text) {
    return new ApacheAccess().sniff(Reading.head(text));
  }
}
