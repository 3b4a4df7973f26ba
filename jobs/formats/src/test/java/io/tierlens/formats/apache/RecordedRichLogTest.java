package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The same requests of a real server, once with exact times and once as an ordinary site has it.
 */
class RecordedRichLogTest {

  static final String FORMAT =
      "%{begin:sec}t.%{begin:usec_frac}t %{end:sec}t.%{end:usec_frac}t"
          + " [%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t] %{UNIQUE_ID}e %{X-Request-Rid}i %P %h %m"
          + " \"%U%q\" %>s %I %O %D %{ms}T %X";

  private static Reading read(String path, String format) {
    return Reading.of(
        new ApacheAccess(),
        ReadOptions.NONE.with(ReadOptions.FORMAT, format),
        Reading.resource(path));
  }

  @Test
  void theExactTimesAreTheFirstTwoWords() {
    Reading rich = read("apache/access_rich_log", FORMAT);
    List<String> lines = Reading.text("apache/access_rich_log").lines().toList();
    assertThat(rich.rejects()).isEmpty();
    assertThat(rich.ignored()).containsOnlyKeys("internal dummy connection");
    for (Row row : rich.rows()) {
      String[] words = lines.get((int) row.line() - 1).split(" ", -1);
      assertThat(row.whole("start_time")).isEqualTo(Long.parseLong(words[0].replace(".", "")));
      assertThat(row.whole("start_slack_us")).isZero();
      assertThat(row.whole("start_time") + row.whole("duration_us"))
          .isEqualTo(Long.parseLong(words[1].replace(".", "")));
      assertThat(row.get("extra"))
          .asInstanceOf(
              org.assertj.core.api.InstanceOfAssertFactories.map(String.class, String.class))
          .containsEntry("%{end:sec}t", words[1].substring(0, 10))
          .containsEntry("%I", words[words.length - 5])
          .containsEntry("%O", words[words.length - 4])
          .containsEntry("%{ms}T", words[words.length - 2]);
    }
  }

  /** The start is that of the whole second, and what both hold is the same. */
  @Test
  void bothLogsAgree() {
    Reading rich = read("apache/access_rich_log", FORMAT);
    Reading plain = read("apache/access_log", "combined %D");
    assertThat(rich.all("line")).isEqualTo(plain.all("line"));
    assertThat(rich.ignored()).isEqualTo(plain.ignored());
    for (String field :
        List.of("duration_us", "method", "query_string", "endpoint", "status", "client")) {
      assertThat(rich.all(field)).as(field).isEqualTo(plain.all(field));
    }
    // %U is decoded, the request line is not.
    assertThat(rich.all("path"))
        .isEqualTo(
            plain.all("path").stream().map(path -> path.toString().replace("%20", " ")).toList());
    for (int i = 0; i < plain.rows().size(); i++) {
      long start = plain.rows().get(i).whole("start_time");
      long slack = plain.rows().get(i).whole("start_slack_us");
      assertThat(rich.rows().get(i).whole("start_time")).isBetween(start, start + slack);
    }
  }

  /** Each of the three ways in which the line tells its start, alone. */
  @Test
  void theOtherTimesOfTheLineTellTheSame() {
    String text = new String(Reading.resource("apache/access_rich_log"), UTF_8);
    Reading exact = read("apache/access_rich_log", FORMAT);
    Map<String, Long> formats =
        Map.of(
            FORMAT.replace("%{begin:sec}t.%{begin:usec_frac}t", "%{x}n"),
            999L,
            FORMAT
                .replace("%{begin:sec}t.%{begin:usec_frac}t", "%{x}n")
                .replace("[%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t]", "%{y}n"),
            0L,
            FORMAT
                .replace(".%{begin:usec_frac}t", ".%{x}n")
                .replace("%{msec_frac}t%{%z}t", "%{y}n"),
            999_999L);
    formats.forEach(
        (format, slack) -> {
          Reading reading =
              Reading.of(
                  new ApacheAccess(), ReadOptions.NONE.with(ReadOptions.FORMAT, format), text);
          assertThat(reading.all("line")).isEqualTo(exact.all("line"));
          for (int i = 0; i < reading.rows().size(); i++) {
            long unit = slack + 1;
            assertThat(reading.rows().get(i).whole("start_slack_us")).isEqualTo(slack);
            assertThat(reading.rows().get(i).whole("start_time"))
                .isEqualTo(exact.rows().get(i).whole("start_time") / unit * unit);
          }
        });
  }
}
