package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole entries that stand in a literal or in a comment are its text. */
class EntriesInLiteralsTest {

  private static final String HEADER =
      """
      # User@Host: app[app] @ localhost []
      # Query_time: 0.500000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 3
      SET timestamp=1383424127;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select 'a;       | ' as b",
        "select \"a;      | \" as b",
        "select 'it''s;   | ', 'c', \"d\"",
        "select 'it\\'s;  | '",
        "select /* a;     | */ 1",
        "select 1, `a;    | `"
      })
  void areTextOfTheStatement(String begin, String end) {
    // Of another kind of quote than the literal's, for a server never ends a literal within it.
    String quoted = begin.contains("\"") ? "select 'x', 1;\n" : "select \"x\", 1;\n";
    for (String time : List.of("", "# Time: 131102 16:28:47\n")) {
      for (String statement : List.of("select 1;\n", quoted, "")) {
        String entry = time + HEADER + statement;
        for (String inside : List.of(entry, entry + entry)) {
          String whole = begin + "\n" + inside + end;
          Reading reading =
              SlowLogs.read(HEADER + whole + ";\n" + time + HEADER + "select 'last';\n");
          assertThat(reading.all("statement")).containsExactly(whole, "select 'last'");
          assertThat(reading.rejects()).isEmpty();
        }
      }
    }
  }
}
