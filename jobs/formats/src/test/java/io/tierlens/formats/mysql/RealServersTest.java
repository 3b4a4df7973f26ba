package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of real servers, beside what their lines add up to: see {@code real/README.md}. */
class RealServersTest {

  /** 2002-01-01: the sessions that set their clock set it to 2001. */
  private static final long AFTER_LEAKED_CLOCKS = 1_009_843_200_000_000L;

  /** A row of {@code EXPECTED.tsv}. */
  record Expected(Map<String, String> cells) {

    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    long number(String column) {
      return Long.parseLong(text(column));
    }

    byte[] log() {
      return Reading.resource("mysql/real/" + text("file"));
    }

    /** Read as a person reads it who has looked at the file first. */
    Reading read() {
      ReadOptions learned = ReadOptions.NONE.with(ReadOptions.TIME_BASIS, text("basis"));
      return Reading.of(new MysqlSlowLog(), learned, log());
    }

    @Override
    public String toString() {
      return text("file");
    }
  }

  static Stream<Expected> files() {
    String[] lines = Reading.text("mysql/real/EXPECTED.tsv").split("\n", -1);
    String[] columns = lines[0].split("\t", -1);
    return Stream.of(lines)
        .skip(1)
        .filter(line -> !line.isEmpty())
        .map(
            line -> {
              String[] cells = line.split("\t", -1);
              Map<String, String> named = new HashMap<>();
              for (int i = 0; i < columns.length; i++) {
                named.put(columns[i], cells[i]);
              }
              return new Expected(named);
            });
  }

  private static Expected file(String name) {
    return files().filter(expected -> expected.text("file").equals(name)).findFirst().orElseThrow();
  }

  private static long sum(Reading reading, String field) {
    return reading.rows().stream()
        .filter(row -> row.containsKey(field))
        .mapToLong(row -> row.whole(field))
        .sum();
  }

  private static boolean isStatement(Row row) {
    return row.text("command").equals("Query");
  }

  @Test
  void allFilesAreHere() {
    assertThat(files()).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("files")
  void entriesAndLines(Expected expected) {
    Reading reading = expected.read();
    assertThat(reading.rows()).hasSize((int) expected.number("entries"));
    assertThat(reading.rejects()).hasSize((int) expected.number("fragments"));
    assertThat(reading.rows().stream().filter(row -> !isStatement(row)).count())
        .isEqualTo(expected.number("admin"));
    assertThat(reading.ignored())
        .isEqualTo(Map.of("server banner", expected.number("banner_lines")));
    assertThat(reading.lines()).isEqualTo(expected.number("lines"));
    assertThat(reading.account().recordLines()).isEqualTo(expected.number("entries"));
    assertThat(reading.account().continuationLines())
        .isEqualTo(
            expected.number("lines")
                - expected.number("banner_lines")
                - expected.number("entries"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void sums(Expected expected) {
    Reading reading = expected.read();
    assertThat(sum(reading, "query_time_us")).isEqualTo(expected.number("query_time_us"));
    assertThat(sum(reading, "lock_time_us")).isEqualTo(expected.number("lock_time_us"));
    assertThat(sum(reading, "rows_examined"))
        .isEqualTo(expected.number("rows_examined_of_statements"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void stamps(Expected expected) {
    Reading reading = expected.read();
    LongSummaryStatistics stamps =
        reading.rows().stream()
            .filter(row -> row.containsKey("start_time"))
            .mapToLong(RealServersTest::stamp)
            .summaryStatistics();
    assertThat(stamps.getCount())
        .isEqualTo(expected.number("entries") - expected.number("entries_without_time"));
    assertThat(stamps.getMin()).isEqualTo(expected.number("first_stamp_us"));
    assertThat(stamps.getMax()).isEqualTo(expected.number("last_stamp_us"));
  }

  private static long stamp(Row row) {
    boolean start = row.text("time_basis").equals("start");
    return row.whole("start_time") + (start ? 0 : row.whole("query_time_us"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void statements(Expected expected) {
    Reading reading = expected.read();
    HashSet<String> fingerprints = new HashSet<>();
    long longest = 0;
    for (Row row : reading.rows()) {
      assertThat(row.containsKey("statement")).isEqualTo(isStatement(row));
      if (isStatement(row)) {
        fingerprints.add(row.text("fingerprint"));
        longest = Math.max(longest, row.whole("statement_bytes"));
      }
    }
    assertThat(longest).isEqualTo(expected.number("longest_statement_bytes"));
    assertThat(fingerprints).hasSize((int) expected.number("fingerprints"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aSessionsOwnClockIsNotBelieved(Expected expected) {
    for (Reading reading :
        new Reading[] {
          expected.read(), Reading.of(new MysqlSlowLog(), ReadOptions.NONE, expected.log())
        }) {
      for (Row row : reading.rows()) {
        if (row.containsKey("start_time")) {
          assertThat(row.whole("start_time")).as(row.toString()).isGreaterThan(AFTER_LEAKED_CLOCKS);
        }
      }
      long disbelieved = expected.number("entries_without_time");
      assertThat(reading.observations().facts().get("entries with a clock set by the session"))
          .isEqualTo(disbelieved == 0 ? null : Long.toString(disbelieved));
    }
  }

  /** MySQL 8.0 leaks the session's clock into SET timestamp only, so that all starts stay exact. */
  @Test
  void aLeakedSetTimestampBesideAnInstantDoesNoHarm() {
    Reading reading = file("mysql-8.0.33-mini.log").read();
    assertThat(reading.all("start_time")).doesNotContainNull();
    assertThat(reading.all("start_slack_us")).containsOnly(0L);
    Row leaked = reading.rows().get(3);
    assertThat(leaked.text("statement")).isEqualTo("select sleep(1.3) as usertime");
    // 2026-11-22T10:56:50.562281Z less 1.303167 s.
    assertThat(leaked.whole("start_time")).isEqualTo(1_795_345_010_562_281L - 1_303_167L);
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatTheFileTeaches(Expected expected) {
    Reading reading = Reading.of(new MysqlSlowLog(), ReadOptions.NONE, expected.log());
    boolean stampsAreInstants = expected.text("first_time_line").endsWith("Z");
    assertThat(reading.observations().learned().get(ReadOptions.TIME_BASIS))
        .isEqualTo(stampsAreInstants ? null : expected.text("basis"));
    if (!stampsAreInstants) {
      assertThat(reading.observations().facts().get("zone offset")).startsWith("-05:00 (");
    }
  }
}
