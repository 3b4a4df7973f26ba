package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.List;
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
}
