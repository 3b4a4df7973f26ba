package io.tierlens.formats.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                Map.entry("extra", Map.of("source", "partner", "VIEWPAGE", "ord/basket")),
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
        "d~s:h~~c~1795349800~~VIEWPAGE=a~b | 8 tab-separated fields instead of 7",
      })
  void otherLinesAreRejected(String line, String reason) {
    Reading reading = Reading.of(format, line.replace('~', '\t') + "\n");
    assertThat(reading.reasons()).containsExactly(reason);
  }

  /** TrackDateFormat can be anything: the time is another field's. */
  @ParameterizedTest
  @ValueSource(strings = {"", "22 Nov, 07:16", "20261122", "-", "&x=1"})
  void theDateMayHaveAnyForm(String date) {
    Reading reading = Reading.of(format, date + "\ts:h\t\t\t1795349800\t\tVIEWPAGE=a\n");
    assertThat(reading.only()).containsEntry("page", "a").containsEntry("session", "s");
  }

  static List<Arguments> actions() {
    return List.of(
        actions("VIEWPAGE=index", "index", null, null, Map.of("VIEWPAGE", "index")),
        actions(
            "VIEWPROD=os28110 Mighty Mouse Shears",
            "os28110",
            "os28110",
            null,
            Map.of("VIEWPROD", "os28110 Mighty Mouse Shears")),
        actions(
            "ADDITEM=os28109,Nuts & Bolts&VIEWPAGE=ord/basket",
            "ord/basket",
            "os28109",
            null,
            Map.of("ADDITEM", "os28109,Nuts & Bolts", "VIEWPAGE", "ord/basket")),
        actions(
            "ADDITEM=a,x&ADDITEM=b,y&ADDITEM=c", null, "a", null, Map.of("ADDITEM", "a,x\nb,y\nc")),
        actions(
            "ORDER=TEST0017&ORDERINFO=12.5  UPS/os1 Nail Nails 2 1.50",
            null,
            null,
            "TEST0017",
            Map.of("ORDER", "TEST0017", "ORDERINFO", "12.5  UPS/os1 Nail Nails 2 1.50")),
        actions(
            "noise&my.own-1=a=b&c&=d&MINE=",
            null,
            null,
            null,
            Map.of("my.own-1", "a=b&c&=d", "MINE", "")),
        actions("VIEWPAGE=a%20b", "a%20b", null, null, Map.of("VIEWPAGE", "a%20b")));
  }

  private static Arguments actions(
      String actions, String page, String item, String order, Map<String, String> extra) {
    return Arguments.of(actions, page, item, order, extra);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void everyActionIsKeptByItsName(
      String actions, String page, String item, String order, Map<String, String> extra) {
    Row row = Reading.of(format, "d\ts\t\t\t1795349800\t\t" + actions + "\n").only();
    assertThat(row.get("page")).isEqualTo(page);
    assertThat(row.get("item")).isEqualTo(item);
    assertThat(row.get("order_number")).isEqualTo(order);
    assertThat(row.get("extra")).isEqualTo(extra);
    assertThat(row.get("message")).isEqualTo(actions);
  }

  /** Whatever actions are joined, they come back; values hold everything but what parts them. */
  @Test
  void madeUpActionsComeBack() {
    Random random = new Random(7);
    List<String> names = List.of("VIEWPAGE", "ADDITEM", "ORDER", "x", "a.b", "c-d", "SOURCE");
    for (int round = 0; round < 2_000; round++) {
      Map<String, String> expected = new TreeMap<>();
      List<String> written = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        String name = names.get(random.nextInt(names.size()));
        StringBuilder value = new StringBuilder();
        for (int k = random.nextInt(12); k > 0; k--) {
          value.append("ab,/ =%&.".charAt(random.nextInt(9)));
        }
        // A name and an equals sign behind a & would be an action of their own.
        String text = value.toString().replaceAll("&(?=[ab.]+=)", "+").replaceAll("&+$", "");
        written.add(name + "=" + text);
        expected.merge(name, text, (old, next) -> old + "\n" + next);
      }
      String line = "d\ts\t\t\t1795349800\t\t" + String.join("&", written) + "\n";
      assertThat(Reading.of(format, line).only().get("extra")).isEqualTo(expected);
    }
  }

  @Test
  void aLineOfVeryManyActionsLosesNothing() {
    String actions = "a=1&".repeat(5_000) + "b=2";
    Row row = Reading.of(format, "d\ts\t\t\t1795349800\t\t" + actions + "\n").only();
    String kept = ((Map<?, ?>) row.get("extra")).get("a").toString();
    assertThat(kept).endsWith("&b=2");
    assertThat(("a=" + kept.replace("\n", "&a="))).isEqualTo(actions);
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
