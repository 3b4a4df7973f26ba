package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of one line of an entry together with every form of the others. */
class EntryVariantsTest {

  private static final List<String> TIMES =
      List.of("", "# Time: 261122  7:16:29\n", "# Time: 2026-11-22T12:16:29.123456Z\n");

  /** Line, user, client. */
  private static final List<List<String>> USERS =
      List.of(
          List.of("# User@Host: shop[shop] @ localhost []", "shop", "localhost"),
          List.of("# User@Host: root[admin] @  [10.0.0.7]  Id:    42", "admin", "10.0.0.7"),
          List.of("# User@Host: [SQL_SLAVE] @  []", "SQL_SLAVE", ""),
          List.of("# User@Host: bob @ host1 [bob]", "bob", "host1"),
          List.of("# User@Host: ", "", ""));

  /** Lines, database (or ~ for none), source. */
  private static final List<List<String>> DATABASES =
      List.of(
          List.of("", "", "~", "unknown"),
          List.of("# Schema: shop db  Last_errno: 0\n", "", "shop db", "stated"),
          List.of("# Schema:   Last_errno: 0\n", "", "~", "stated"),
          List.of("", "use `my db`;\n", "my db", "stated"),
          List.of("", "uSe app;\n", "app", "stated"),
          List.of("# Schema: a Rows_affected: 5\n", "use b;\n", "a", "stated"));

  private static final List<String> SETS =
      List.of("", "SET timestamp=1795349789;\n", "SET last_insert_id=7,timestamp=1795349789;\n");

  private static final List<String> EXTRAS =
      List.of(
          "",
          "# Tmp_tables: 1  Tmp_disk_tables: 0\n#\n# explain: id\ttable\n# explain: 1\tt;\n#\n",
          "  Tmp_tables: 1  Tmp_disk_tables: 2\n# No InnoDB statistics available for this query\n");

  private static final String QUERY_TIME =
      "# Query_time: 0.008745  Lock_time: 0.007480 Rows_sent: 2  Rows_examined: 3\n";

  private static final List<String> STATEMENTS =
      List.of(
          "select 1",
          "select /* multi\n# Time: 990101 00:00:00\n# User@Host: e[e] @ e []\n# Query_time: 9\n*/ 2",
          "select 'x;\n# Query_time: 77.0  Lock_time: 0\nSET timestamp=1;\nselect evil'",
          "select 'x;\n\n\nuse y;\n  ;\nSET timestamp=1;\nend'",
          "select 'a\n/usr/sbin/mysqld, Version: 5 (x). started with:\nb'",
          "select 'a\n\n;;\n\n'\n\n",
          "-- only;\n-- a comment;",
          "use other",
          "select 'nul \0 and \u00ff\u00fe'");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void productOfVariants(String lineEnd) {
    int read = 0;
    for (String time : TIMES) {
      for (List<String> user : USERS) {
        for (List<String> database : DATABASES) {
          for (String set : SETS) {
            for (String extra : EXTRAS) {
              for (String statement : STATEMENTS) {
                // A server that writes no SET writes no second use either.
                if (!(set.isEmpty() && statement.startsWith("use") && database.get(1).isEmpty())) {
                  String header = time + user.get(0) + "\n" + database.get(0) + QUERY_TIME + extra;
                  String entry = header + database.get(1) + set + statement + ";\n";
                  check(entry.replace("\n", lineEnd), user, database, statement);
                  read++;
                }
              }
            }
          }
        }
      }
    }
    assertThat(read).isGreaterThan(6_000);
  }

  private static void check(
      String entry, List<String> user, List<String> database, String statement) {
    String banner = "/usr/sbin/mysqld, Version: 5.6.14-log (x). started with:\n";
    String next = "# User@Host: last[last] @ l []\n" + QUERY_TIME + "select 'last';\n";
    Reading reading =
        SlowLogs.read((banner + entry + next).getBytes(ISO_8859_1), ReadOptions.NONE, 1 << 20);
    assertThat(reading.rejects()).as(entry).isEmpty();
    assertThat(reading.rows()).as(entry).hasSize(2);
    assertThat(reading.account().ignoredByKind()).isEqualTo(Map.of("server banner", 1L));
    Map<String, Object> row = reading.rows().get(0);
    assertThat(row.get("line")).isEqualTo(2L);
    assertThat(row.get("query_time_us")).isEqualTo(8_745L);
    assertThat(row.get("lock_time_us")).isEqualTo(7_480L);
    assertThat(row.get("rows_sent")).isEqualTo(2L);
    assertThat(row.get("rows_examined")).isEqualTo(3L);
    assertThat(row.get("user")).isEqualTo(nullIfEmpty(user.get(1)));
    assertThat(row.get("client")).isEqualTo(nullIfEmpty(user.get(2)));
    assertThat(row.get("thread_id")).isEqualTo(user.get(0).contains("Id:") ? 42L : null);
    assertThat(row.get("database")).isEqualTo(database.get(2).equals("~") ? null : database.get(2));
    assertThat(row.get("database_source")).isEqualTo(database.get(3));
    assertThat(row.get("command")).isEqualTo("Query");
    assertThat(row.get("statement")).isEqualTo(statement.replace("\u00ff\u00fe", "\\xff\\xfe"));
    assertThat(row.get("statement_bytes")).isEqualTo((long) statement.getBytes(ISO_8859_1).length);
    assertThat(reading.rows().get(1).get("statement")).isEqualTo("select 'last'");
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
