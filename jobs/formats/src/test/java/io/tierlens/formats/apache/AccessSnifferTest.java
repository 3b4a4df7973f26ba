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
        "common %T | ' 0.250'",
        "combined | ' \"-\" \"Agent\"'",
        "combined %D | ' \"-\" \"Agent\" 12345'",
        "combined %T | ' \"-\" \"Agent\" 0'",
        "combined %T | ' \"-\" \"Agent\" 1.002'",
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
