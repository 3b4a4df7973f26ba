package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterchangeUsertrackTest {
  private final InterchangeUsertrack format = new InterchangeUsertrack();

  @Test
  void everyFieldOfALine() {
    String line =
        "20261122\ta5:192.0.2.1\tann\twww.test\t1795349800\tpartner\tVIEWPAGE=ord/basket\n";
    assertThat(Reading.of(format, line).only())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "app_event"),
                Map.entry("line", 1L),
                Map.entry("kind", "interchange-usertrack"),
                Map.entry("start_time", 1_795_349_800_000_000L),
                Map.entry("start_slack_us", 999_999L),
                Map.entry("session", "a5"),
                Map.entry("user", "ann"),
                Map.entry("client", "www.test"),
                Map.entry("page", "ord/basket"),
                Map.entry("message", "VIEWPAGE=ord/basket"),
                Map.entry("complete", true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "VIEWPAGE=index | index",
        "VIEWPAGE=results se=x | results",
        "VIEWPROD=os28110 Mighty Mouse Tin Snips | os28110",
        "ADDITEM=os28081,Nuts & Bolts&VIEWPAGE=ord/basket | ord/basket",
        "ORDER=17&ORDERINFO=1 2 3 | null",
        "XVIEWPAGE=a | null",
        "VIEWPAGE= | null",
        "VIEWPAGE | null",
        "'' | null",
      })
  void thePageIsWhatAnActionShows(String actions, String page) {
    Map<String, Object> record =
        Reading.of(format, "d\ts\t\t\t1795349800\t\t" + actions + "\n").only();
    assertThat(record.get("page")).isEqualTo(page);
    assertThat(record.get("message")).isEqualTo(actions.isEmpty() ? null : actions);
    assertThat(record).doesNotContainKeys("user", "client").containsEntry("session", "s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a~b~c | 3 tab-separated fields instead of 7",
        "20261122~s:h~~c~now~~VIEWPAGE=a | field 5 is not an epoch second",
        "~s:h~~c~1795349800~~VIEWPAGE=a | field 1 is not a date",
      })
  void otherLinesAreRejected(String line, String reason) {
    Reading reading = Reading.of(format, line.replace('~', '\t') + "\n");
    assertThat(reading.reasons()).containsExactly(reason);
  }

  @Test
  void aRealLog() {
    byte[] log = Reading.resource("interchange/usertrack");
    Reading reading = Reading.of(format, ReadOptions.NONE, log);
    List<String> actions =
        new String(log, UTF_8).lines().map(line -> line.split("\t", -1)[6]).toList();
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("message")).isEqualTo(List.<Object>copyOf(actions));
    assertThat(reading.all("page")).doesNotContainNull();
  }
}
