package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

  @ParameterizedTest
  @CsvSource({
    "apache/access_log, apache-access",
    "interchange/bench.log, interchange-bench",
    "interchange/usertrack, interchange-usertrack",
    "interchange/error.log, interchange-error",
  })
  void eachRealLogIsOfOneKindOnly(String file, String kind) {
    Head head = Reading.head(Reading.resource("" + file));
    List<Guess> guesses =
        LogFormats.all().stream()
            .map(LogFormat::kind)
            .filter(
                List.of(
                        "apache-access",
                        "interchange-bench",
                        "interchange-usertrack",
                        "interchange-error")
                    ::contains)
            .flatMap(known -> LogFormats.ofKind(known).orElseThrow().sniff(head).stream())
            .toList();
    assertThat(guesses).hasSize(1);
    assertThat(guesses.get(0).kind()).isEqualTo(kind);
    assertThat(guesses.get(0).confidence()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Time: 261122  7:16:38\n# User@Host: shop[shop] @ localhost []\nSELECT 1;\n",
        "Linux 6.1 (www1) \t11/22/26 \t_x86_64_\t(2 CPU)\n\n07:16:30 CPU %user\n",
        "      NAME  STATE   CPU(sec) CPU(%)\n  Domain-0 -----r  12 3.0\n",
      })
  void logsOfOtherKindsAreNotTakenForThese(String text) {
    Head head = Reading.head(text.getBytes(UTF_8));
    for (LogFormat format :
        List.of(new InterchangeBench(), new InterchangeUsertrack(), new InterchangeError())) {
      assertThat(format.sniff(head)).isEmpty();
    }
    assertThat(LogFormats.ofKind("apache-access").orElseThrow().sniff(head)).isEmpty();
  }

  @Test
  void theConfidenceIsTheShareOfFittingLines() {
    String line = "a\t/b\tc\t1\t1795349798\t1\t\n";
    Head head = Reading.head((line + line + "noise\n").getBytes(UTF_8));
    assertThat(new InterchangeBench().sniff(head).orElseThrow().confidence()).isEqualTo(66);
  }
}
