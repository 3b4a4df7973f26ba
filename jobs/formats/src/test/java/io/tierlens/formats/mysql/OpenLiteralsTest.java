package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that never ends its literal was refused by the server, and logged all the same. */
class OpenLiteralsTest {

  private static final String HEADER =
      """
      # User@Host: app[app] @ localhost []
      # Query_time: 0.500000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 3
      SET timestamp=1383424127;
      """;

  private static final String BANNER =
      """
      /usr/sbin/mysqld, Version: 5.6.14-log (x). started with:
      Tcp port: 3306  Unix socket: /tmp/mysql.sock
      Time                 Id Command    Argument
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "select 1",
          "select 'a'",
          "select \"it's\", `b`",
          "select /* a comment */ 2",
          "insert into t values ('x;\ny', \"z\")",
          "select 3 -- don't");

  /** None of the entries after it may be taken for its text. */
  @ParameterizedTest
  @ValueSource(strings = {"select 'a", "select \"a", "select `a", "select /* a", "select 'a\\'"})
  void swallowNoEntry(String open) {
    for (String time : List.of("", "# Time: 131102 16:28:47\n")) {
      List<String> statements = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        statements.add(i % 20 == 10 ? open : STATEMENTS.get(i % STATEMENTS.size()));
      }
      StringBuilder log = new StringBuilder();
      statements.forEach(
          statement -> log.append(time).append(HEADER).append(statement).append(";\n"));
      Reading reading = SlowLogs.read(log.toString());
      assertThat(reading.rejects()).isEmpty();
      assertThat(reading.all("statement")).isEqualTo(new ArrayList<Object>(statements));
    }
  }

  /** A piece of a log that an application stores, in each kind of literal. */
  @ParameterizedTest
  @ValueSource(
      strings = {"select '%s', 2", "select \"%s\"", "select `%s` from t", "/* %s */ select 1"})
  void holdAPieceOfALog(String statement) {
    for (String time : List.of("", "# Time: 131102 16:28:47\n")) {
      String piece = "kept:;\n" + time + HEADER + "select 1;\n";
      for (String behind : List.of("", time + HEADER + "select 2;\n", BANNER)) {
        for (String lineEnd : List.of("\n", "\r\n")) {
          String text = statement.formatted(piece);
          String log = (time + HEADER + text + ";\n" + behind).replace("\n", lineEnd);
          Reading reading = SlowLogs.read(log);
          assertThat(reading.rejects()).isEmpty();
          assertThat(reading.rows().get(0).text("statement")).isEqualTo(text);
          assertThat(reading.rows()).hasSize(behind.endsWith("2;\n") ? 2 : 1);
          assertThat(reading.observations().facts())
              .containsEntry("statements with an entry inside a literal", "1")
              .doesNotContainKey("statements that end inside a literal");
        }
      }
    }
  }

  /** Two of them in a row are each whole, though together they would end a literal. */
  @ParameterizedTest
  @ValueSource(
      strings = {"select 'a", "select \"O\"Brien\"", "set x = 'O'Brien', y = `t`", "do /* a"})
  void doNotAddUp(String open) {
    String log = HEADER + open + ";\n" + HEADER + open + ";\n" + HEADER + "select 1;\n";
    Reading reading = SlowLogs.read(log);
    assertThat(reading.all("statement")).containsExactly(open, open, "select 1");
    assertThat(reading.observations().facts())
        .containsEntry("statements that end inside a literal", "2");
  }

  /** More than a megabyte is not waited for. */
  @Test
  void areGivenUpBehindAMegabyte() {
    String wide = HEADER + "select 1,\n" + "2,\n".repeat(500_000) + "3;\n";
    Reading reading = SlowLogs.read(HEADER + "select 'a;\n" + wide + HEADER + "select '4;\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("statement_bytes"))
        .containsExactly(9L, wide.length() - HEADER.length() - 2L, 9L);
  }
}
