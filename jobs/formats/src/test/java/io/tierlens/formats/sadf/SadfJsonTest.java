package io.tierlens.formats.sadf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -j}: accounts, names, and what is left of a broken text. */
class SadfJsonTest {
  private static final String RECORDED = Reading.text("sadf/v12.6.1.sadf-j.json");

  private static Reading read(String text) {
    return Reading.of(new Sadf(), text);
  }

  /** One sample of one host. */
  private static String sample(String members) {
    return """
        {"sysstat": {
        "hosts": [
        {
        "nodename": "v\\u00e4m",
        "number-of-cpus": 4,
        "statistics": [
        {
        "timestamp": {"date": "2026-11-22", "time": "10:42:07", "utc": 1, "interval": 2},
        MEMBERS
        }
        ]
        }
        ]
        }}
        """
        .replace("MEMBERS", members);
  }

  private static List<Map<String, Object>> withoutLines(Reading reading) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : reading.rows()) {
      Map<String, Object> kept = new TreeMap<>(row);
      kept.remove("line");
      rows.add(kept);
    }
    return rows;
  }

  @Test
  void everyLineIsARecordsOrStructure() {
    Reading reading = read(RECORDED);
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.ignored().keySet()).containsExactly("JSON structure");
    long lines = reading.rows().stream().map(Row::line).distinct().count();
    assertThat(reading.account().recordLines()).isEqualTo(lines);
    assertThat(reading.account().continuationLines()).isZero();
    List<String> text = RECORDED.lines().toList();
    for (Row row : reading.rows("cpu_sample")) {
      assertThat(text.get((int) row.line() - 1)).contains("\"usr\"");
    }
  }

  /** As other tools write the same JSON again: on one line, or each member on its own. */
  @Test
  void layoutDoesNotMatter() throws IOException {
    Reading expected = read(RECORDED);
    Reading oneLine = read(again(false));
    assertThat(withoutLines(oneLine)).isEqualTo(withoutLines(expected));
    assertThat(oneLine.lines()).isEqualTo(1);
    assertThat(oneLine.account().recordLines()).isEqualTo(1);
    String spread = again(true);
    Reading spreadOut = read(spread);
    assertThat(withoutLines(spreadOut)).isEqualTo(withoutLines(expected));
    long firsts = spreadOut.rows().stream().map(Row::line).distinct().count();
    assertThat(spreadOut.account().recordLines()).isEqualTo(firsts);
    assertThat(spreadOut.account().continuationLines()).isGreaterThan(firsts);
    List<String> text = spread.lines().toList();
    Row cpu = spreadOut.rows("cpu_sample").get(0);
    assertThat(text.get((int) cpu.line() - 1)).contains("\"cpu\"");
  }

  private static String again(boolean spread) throws IOException {
    StringWriter text = new StringWriter();
    JsonFactory factory = new JsonFactory();
    try (JsonParser parser = factory.createParser(RECORDED);
        JsonGenerator generator = factory.createGenerator(text)) {
      if (spread) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        generator.setPrettyPrinter(printer);
      }
      while (parser.nextToken() != null) {
        generator.copyCurrentEventExact(parser);
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"queue\": {\"runq-sz\": 5}|runq-sz null runq-sz 5.0",
        "\"fan-speed\": [{\"number\": 1, \"rpm\": 3000, \"device\": \"it\"}]|FAN 1 rpm 3000.0",
        "\"disk\": [{\"disk-device\": \"sda\", \"rd_sec\": 2, \"rkB\": 1}]|DEV sda rkB/s 1.0",
        "\"disk\": [{\"disk-device\": \"sda\", \"rd_sec\": 2}]|DEV sda rd_sec/s 2.0",
        "\"interrupts\": [{\"intr\": \"sum\", \"value\": 2}]|INTR sum intr/s 2.0",
        "\"filesystems\": [{\"mountpoint\": \"/\", \"Ifree\": 2}]|MBfsfree / Ifree 2.0",
        "\"memory\": {\"swpused-percent\": 2}|kbswpfree null %swpused 2.0",
        "\"new\": {\"a\": 1, \"b\": {\"c\": 2}, \"d\": 3}"
            + "|new null a 1.0, b null c 2.0, new null d 3.0",
        "\"new\": [{\"x\": \"one\", \"a\": 1e2}]|new one a 100.0",
        "\"new\": {\"list\": [{\"x\": \"o\\u006ee\", \"a\": null}]}|list one a null",
        "\"new\": {\"yes\": true, \"a\": 1}|new null a 1.0",
      })
  void namesAreThoseOfTheTextWhereKnown(String members, String expected) {
    Reading reading = read(sample(members));
    assertThat(reading.reasons()).isEmpty();
    List<String> found =
        reading.rows().stream()
            .map(
                row ->
                    row.text("section")
                        + " "
                        + row.text("item")
                        + " "
                        + row.text("metric")
                        + " "
                        + row.figure("value"))
            .toList();
    assertThat(String.join(", ", found)).isEqualTo(expected);
    assertThat(reading.all("host_name")).containsOnly("väm");
    assertThat(reading.observations().facts()).containsEntry("cores", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cpu-load\": [{\"cpu\": \"x\", \"user\": 1}]|the object does not say which CPU it is about",
        "\"cpu-load\": [{\"user\": 1}]|the object does not say which CPU it is about",
        "\"cpu-load\": [{\"cpu\": \"all\", \"user\": 1}]|modes of this CPU are missing",
        "\"timestamp\": {\"date\": \"2026-11-22\"}, \"queue\": {\"runq-sz\": 5}"
            + "|no time and interval of the sample stand before its figures",
        "\"timestamp\": {\"date\": \"2026-11-22\", \"time\": \"10:42:07\", \"interval\": 0},"
            + " \"queue\": {\"runq-sz\": 5}"
            + "|no time and interval of the sample stand before its figures",
      })
  void rejectsSayWhatIsWrong(String members, String reason) {
    Reading reading = read(sample(members));
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rejects().get(0).line()).isEqualTo(9);
    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void aBrokenTextGivesWhatStandsBefore() {
    List<String> lines = new ArrayList<>(RECORDED.lines().toList());
    int whole = read(RECORDED).rows().size();
    lines.set(200, lines.get(200).replace(":", "="));
    Reading reading = read(String.join("\n", lines) + "\n");
    assertThat(reading.rows()).isNotEmpty().hasSizeLessThan(whole);
    assertThat(reading.rows()).allMatch(row -> row.line() <= 200);
    assertThat(reading.rejects()).hasSize(1);
    assertThat(reading.rejects().get(0).line()).isEqualTo(201);
    assertThat(reading.rejects().get(0).lines()).isEqualTo(lines.size() - 200);
    assertThat(reading.reasons().get(0)).startsWith("the JSON is broken: ");
  }

  @Test
  void aCutTextGivesWhatStandsBefore() {
    List<String> lines = RECORDED.lines().toList();
    for (int kept : List.of(9, 30, 200, lines.size() - 1)) {
      String text = String.join("\n", lines.subList(0, kept)) + "\n";
      Reading reading = read(text);
      assertThat(reading.reasons()).containsExactly("the file ends within the JSON");
      assertThat(reading.rejects().get(0).line()).isEqualTo(kept);
      assertThat(reading.account().rejectedLines()).isZero();
    }
    // Within an object of figures the line itself is lost.
    String half = RECORDED.substring(0, RECORDED.indexOf("\"usr\"") + 20);
    Reading reading = read(half);
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.reasons()).containsExactly("the file ends within the JSON");
    assertThat(reading.account().rejectedLines()).isEqualTo(1);
  }

  @Test
  void hostsAreToldApart() {
    String host =
        """
        {"nodename": "NAME", "statistics": [
        {"timestamp": {"date": "2019-06-30", "time": "01:39:34", "tz": "EST", "interval": 60},
        "queue": {"runq-sz": 5}}]}
        """;
    Reading reading =
        Reading.of(
            new Sadf(),
            ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York"),
            "{\"hosts\": ["
                + host.replace("NAME", "a")
                + ",\n"
                + host.replace("NAME", "b")
                + "]}\n");
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.all("host_name")).containsExactly("a", "b");
    assertThat(reading.all("line")).containsExactly(3L, 7L);
    assertThat(reading.all("interval_end")).containsOnly(1561873174000000L);
    assertThat(reading.observations().facts().get("stamps")).startsWith("local time (EST");
  }
}
