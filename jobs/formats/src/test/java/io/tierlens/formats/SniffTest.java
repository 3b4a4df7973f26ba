package io.tierlens.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of log is told from all others by its beginning, and nothing else is taken for one. */
class SniffTest {

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> SAMPLES = Sample.ALL;

  private static List<String> kinds(byte[] text) {
    Head head = Reading.head(text);
    return LogFormats.all().stream()
        .flatMap(format -> format.sniff(head).stream())
        .map(Guess::kind)
        .toList();
  }

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> RECOGNISABLE =
      SAMPLES.stream().filter(sample -> !sample.needsItsFormat()).toList();

  @Test
  void aFormatOfOnesOwnMustBeStated() {
    List<Sample> others = SAMPLES.stream().filter(Sample::needsItsFormat).toList();
    assertThat(others).extracting(Sample::path).containsExactly("apache/access_rich_log");
    assertThat(kinds(others.get(0).bytes())).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("RECOGNISABLE")
  void aRecordingIsOfItsOwnKindOnly(Sample sample) {
    assertThat(kinds(sample.bytes())).containsExactly(sample.kind());
    Guess guess = LogFormats.recognise(Reading.head(sample.bytes())).orElseThrow();
    assertThat(guess.kind()).isEqualTo(sample.kind());
    assertThat(guess.confidence()).isGreaterThanOrEqualTo(95);
    assertThat(guess.evidence()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void someLinesOfItAreOfNoOtherKind(Sample sample) {
    String text = new String(sample.bytes(), UTF_8);
    List<String> lines = text.lines().toList();
    for (int count = 0; count <= Math.min(lines.size(), 60); count++) {
      for (int from = 0; from + count <= lines.size(); from += Math.max(20, count)) {
        String some = String.join("\n", lines.subList(from, from + count));
        assertThat(kinds(some.getBytes(UTF_8))).isSubsetOf(sample.kind());
      }
    }
  }

  @Test
  void garbageIsOfNoKind() {
    Damage.garbage(1, 500, text -> assertThat(kinds(text)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n\n",
        "Dear reader,\nthis is no log.\n",
        """
        package shop;

        // Linux 6.1 (www1) 11/22/26, # Time: and NAME STATE CPU(sec) are but words here.
        final class Cart {
          /** 192.0.2.7 - - [22/Nov/2026:06:20:31 -0500] is how a line begins. */
          private static final String FORMAT = "%h %l %u %t \\"%r\\" %>s %b";

          int total(int[] prices) {
            int total = 0;
            for (int price : prices) {
              total += price; // SELECT sum(price)
            }
            return total;
          }
        }
        """,
        "sku,price,quantity,second\nos28004,12.50,1,1795349798\nos28005,3.99,7,1795349799\n",
        "hostname;interval;timestamp;CPU;%user;%nice;%system\nwww1;2;1795349798;-1;1.0;0.0;2.0\n",
        "a\tb\tc\td\te\tf\tg\n1\t2\t3\t4\t5\t6\t7\n",
        "{\"time\": \"2026-11-22T12:16:29Z\", \"query\": \"select 1\"}\n",
        "Nov 22 06:20:31 www1 sshd[7]: Accepted publickey for ann from 192.0.2.7\n",
      })
  void otherTextsAreOfNoKind(String text) {
    assertThat(LogFormats.recognise(Reading.head(text))).isEmpty();
  }
}
