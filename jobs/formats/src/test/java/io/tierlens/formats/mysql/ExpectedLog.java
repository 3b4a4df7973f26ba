package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;

/**
 * A log of the test resources and what it holds, as the file {@code NAME.expected} beside {@code
 * NAME.log} says. Its lines are words parted by tabs:
 *
 * <ul>
 *   <li>{@code option}: what to read with, key and value;
 *   <li>{@code columns}: the columns compared;
 *   <li>{@code row}: their values, {@code ~} for null, line feeds and tabs as {@code \n} and {@code
 *       \t};
 *   <li>{@code extra}: key and value of one entry in column {@code extra} of the row above;
 *   <li>{@code reject}: its first line, how many lines, and the reason.
 * </ul>
 */
final class ExpectedLog {
  private final String name;
  private final List<String> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Map<String, String>> extras = new ArrayList<>();
  private final List<List<String>> rejects = new ArrayList<>();
  private ReadOptions options = ReadOptions.NONE;

  ExpectedLog(String name) {
    this.name = name;
    for (String line : Reading.text("mysql/formats/" + name + ".expected").split("\n", -1)) {
      if (!line.isEmpty()) {
        List<String> words = List.of(line.split("\t", -1));
        take(words.get(0), words.subList(1, words.size()));
      }
    }
  }

  private void take(String kind, List<String> words) {
    switch (kind) {
      case "option" -> options = options.with(words.get(0), words.get(1));
      case "columns" -> columns.addAll(words);
      case "row" -> {
        rows.add(words);
        extras.add(new TreeMap<>());
      }
      case "extra" -> extras.get(extras.size() - 1).put(words.get(0), words.get(1));
      case "reject" -> rejects.add(words);
      default -> throw new IllegalArgumentException(name + " has a line of no kind: " + kind);
    }
  }

  private Reading read(String lineEnd) {
    String log = Reading.text("mysql/formats/" + name + ".log");
    return Reading.of(
        new MysqlSlowLog(), options, log.replace("\r\n", "\n").replace("\n", lineEnd));
  }

  void requireRows() {
    requireRowsWith("\n");
  }

  /** The same rows, whatever the lines of the log end in. */
  void requireRowsWith(String lineEnd) {
    assertThat(rows).isNotEmpty();
    Reading reading = read(lineEnd);
    List<List<String>> read = new ArrayList<>();
    for (Row row : reading.rows()) {
      read.add(columns.stream().map(column -> cell(column, row.get(column))).toList());
    }
    assertThat(read).containsExactlyElementsOf(rows);
    assertThat(
            reading.rejects().stream()
                .map(reject -> List.of("" + reject.line(), "" + reject.lines(), reject.reason()))
                .toList())
        .isEqualTo(rejects);
  }

  /** What the header of an administrator command tells beside its time is another's: not asked. */
  void requireExtras() {
    List<Row> read = read("\n").rows();
    assertThat(read).hasSameSizeAs(extras);
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).containsKey("statement")) {
        Object extra = read.get(i).get("extra");
        assertThat(escaped(extra)).as("entry %s", i + 1).isEqualTo(extras.get(i));
      }
    }
  }

  private static Map<String, String> escaped(Object extra) {
    Map<String, String> escaped = new TreeMap<>();
    if (extra instanceof Map<?, ?> map) {
      assertThat(map).as("null is no empty map").isNotEmpty();
      map.forEach((key, value) -> escaped.put((String) key, escaped((String) value)));
    }
    return escaped;
  }

  private static String cell(String column, Object value) {
    if (value == null) {
      return "~";
    }
    return column.equals("start_time") ? instant((Long) value) : escaped(value.toString());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String instant(long micros) {
    DateTime milliseconds = new DateTime(Math.floorDiv(micros, 1000L), DateTimeZone.UTC);
    return milliseconds.toString("yyyy-MM-dd'T'HH:mm:ss.SSS")
        + "%03dZ".formatted(Math.floorMod(micros, 1000L));
  }

  @Override
  public String toString() {
    return name;
  }
}
