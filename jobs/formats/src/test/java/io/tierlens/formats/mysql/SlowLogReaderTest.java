package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.record.Reject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SlowLogReaderTest {

  private static final String USER = "# User@Host: shop[shop] @ localhost []\n";
  private static final String TIMES =
      "# Query_time: 0.008745  Lock_time: 0.007480  Rows_sent: 2  Rows_examined: 3\n";
  private static final String BANNER =
      """
      /usr/sbin/mariadbd, Version: 10.11.19-MariaDB (Debian 12). started with:
      Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock
      Time\t\t    Id Command\tArgument
      """;

  private static String entry(String statement) {
    return USER + TIMES + "SET timestamp=1795349789;\n" + statement + ";\n";
  }

  private static String recording() {
    return Reading.text("mysql/mariadb-10.11.log");
  }

  @Test
  void readsARecordingOfTheRealServer() {
    String log = recording();
    Reading reading = SlowLogs.read(log);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().ignoredByKind()).isEqualTo(Map.of("server banner", 3L));
    Map<String, Object> first = reading.rows().get(0);
    assertThat(first.get("line")).isEqualTo(4L);
    assertThat(first.get("start_time")).isEqualTo(1795350516_000000L - 172_499);
    assertThat(first.get("start_slack_us")).isEqualTo(172_499 + 999_999L);
    assertThat(first.get("query_time_us")).isEqualTo(172_499L);
    assertThat(first.get("lock_time_us")).isEqualTo(140_251L);
    assertThat(first.get("rows_affected")).isEqualTo(0L);
    assertThat(first.get("bytes_sent")).isEqualTo(226L);
    assertThat(first.get("thread_id")).isEqualTo(4L);
    assertThat(first.get("database")).isEqualTo("strap");
    assertThat(first.get("fingerprint")).isEqualTo("select * from `pay_cert_lock` where ? = ?");
    assertThat(first.get("statement")).isEqualTo("SELECT * FROM `pay_cert_lock` WHERE 2 = 1");
    assertThat(first.get("time_basis")).isNull();
    assertThat(first.get("request_id")).isNull();
    assertThat(reading.observations().facts())
        .containsEntry("server version", "10.11.19-MariaDB-0+deb12u1-log")
        .containsEntry("socket", "/run/mysqld/mysqld.sock")
        .containsEntry("zone offset", "-05:00 (19 entries)");
  }

  /** Another way to read the same file: one regular expression over all of it. */
  @Test
  void aRegularExpressionFindsTheSameEntries() {
    Matcher entries =
        Pattern.compile(
                """
                # Thread_id: (\\d+)  Schema: (\\w*)  QC_hit: No
                # Query_time: (\\d+)\\.(\\d{6})  Lock_time: \\S+  Rows_sent: (\\d+).*
                (?:#.*
                )*(?:use .*
                )?SET timestamp=(\\d+);
                ([^#]*);
                """)
            .matcher(recording());
    List<List<Object>> expected = new ArrayList<>();
    while (entries.find()) {
      long queryTime = Long.parseLong(entries.group(3) + entries.group(4));
      expected.add(
          Arrays.asList(
              Long.parseLong(entries.group(1)),
              entries.group(2),
              queryTime,
              Long.parseLong(entries.group(5)),
              Long.parseLong(entries.group(6)) * 1_000_000,
              entries.group(7)));
    }
    List<List<Object>> read =
        SlowLogs.read(recording(), ReadOptions.NONE.with(ReadOptions.TIME_BASIS, "start"))
            .rows()
            .stream()
            .map(
                row ->
                    Arrays.asList(
                        row.get("thread_id"),
                        row.get("database"),
                        row.get("query_time_us"),
                        row.get("rows_sent"),
                        row.get("start_time"),
                        row.get("statement")))
            .toList();
    assertThat(read).isEqualTo(expected).hasSize(30);
  }

  @Test
  void theDatabaseIsCarriedFromEntryToEntryAndAcrossBanners() {
    Reading reading =
        SlowLogs.read(
            entry("select 0")
                + USER.concat(TIMES).concat("use app;\nSET timestamp=1;\nselect 1;\n")
                + BANNER
                + entry("select 2")
                + USER.concat("# Schema: \n").concat(TIMES).concat("SET timestamp=1;\nselect 3;\n")
                + entry("use other")
                + entry("select 4"));
    assertThat(reading.all("database")).containsExactly(null, "app", "app", null, "app", "app");
    assertThat(reading.all("database_source"))
        .containsExactly("unknown", "stated", "carried", "stated", "carried", "carried");
  }

  @Test
  void administratorCommandsAreRowsWithoutStatementAndWithoutTheRowsOfAnother() {
    Reading reading = SlowLogs.read(entry("# administrator command: Init DB") + entry("select 1"));
    assertThat(reading.all("command")).containsExactly("Init DB", "Query");
    assertThat(reading.all("rows_examined")).containsExactly(null, 3L);
    assertThat(reading.all("fingerprint")).containsExactly(null, "select ?");
    assertThat(reading.all("statement")).containsExactly(null, "select 1");
    assertThat(reading.all("statement_bytes")).containsExactly(null, 8L);
  }

  @Test
  void fragmentsAreRejectedWithWhatTheyLack() {
    String start = "from t where x = 1;\n";
    String lone = "# Time: 261122  7:16:29\n";
    Reading reading =
        SlowLogs.read(
            start
                + lone
                + lone
                + entry("select 1")
                + USER
                + TIMES
                + entry("select 2")
                + USER
                + "select 3;\n"
                + USER
                + "# Query_time: 18446744073708.796870.000036  Lock_time: 0\nselect 4;\n"
                + BANNER
                + USER
                + TIMES
                + "SET timestamp=1;\n");
    assertThat(reading.all("statement")).containsExactly("select 1", "select 2");
    assertThat(reading.reasons())
        .containsExactly(
            "the beginning of the entry is missing: no # Time or # User@Host line",
            "the entry has no # Query_time",
            "the entry has no statement: its end is missing",
            "the entry has no # Query_time",
            "the # Query_time of the entry is no time",
            "the entry has no statement: its end is missing");
    Reject first = reading.rejects().get(0);
    assertThat(first.raw()).isEqualTo("from t where x = 1;");
    assertThat(first.rawLength()).isEqualTo(19);
    Reject second = reading.rejects().get(1);
    assertThat(second.line()).isEqualTo(2);
    assertThat(second.lines()).isEqualTo(1);
    assertThat(second.byteOffset()).isEqualTo(start.length());
  }

  @Test
  void theLastStatementMayLackItsSemicolonAndItsLineEnd() {
    for (String end : List.of("", ";", ";\n", ";\n\n\n", ";\r\n")) {
      Reading reading = SlowLogs.read(USER + TIMES + "SET timestamp=1;\nselect 1" + end);
      assertThat(reading.all("statement")).as(end).containsExactly("select 1");
      assertThat(reading.all("statement_bytes")).containsExactly(8L);
    }
  }

  @Test
  void blankLinesBetweenEntriesAreNoPartOfThem() {
    Reading reading = SlowLogs.read("\n" + entry("select 1") + "\n \n" + entry("select 2"));
    assertThat(reading.all("statement")).containsExactly("select 1", "select 2");
    assertThat(reading.account().ignoredByKind()).isEqualTo(Map.of("blank line", 3L));
  }

  @Test
  void aCarriageReturnInsideALiteralStays() {
    Reading reading = SlowLogs.read(entry("select 'a\r\nb\r\n'") + entry("select 2"));
    assertThat(reading.all("statement")).containsExactly("select 'a\r\nb\r\n'", "select 2");
  }

  @Test
  void anEntryThatTheServersDeathCutIsEndedByTheNextBanner() {
    Reading reading =
        SlowLogs.read(USER + TIMES + "SET timestamp=1;\nselect 'a\n" + BANNER + entry("b"));
    assertThat(reading.all("statement")).containsExactly("select 'a", "b");
    assertThat(reading.account().ignoredByKind()).isEqualTo(Map.of("server banner", 3L));
    assertThat(reading.observations().facts())
        .containsEntry("statements that end inside a literal", "1");
  }

  @Test
  void aBannerEndsAFragmentToo() {
    Reading reading = SlowLogs.read("and x = 1\n" + BANNER + entry("b"));
    assertThat(reading.all("statement")).containsExactly("b");
    assertThat(reading.rejects()).hasSize(1);
    assertThat(reading.rejects().get(0).raw()).isEqualTo("and x = 1");
  }

  @Test
  void entriesWithoutUserLineAreReadWhereTheFileBeginsWithThem() {
    String entries = TIMES + "select 1;\n" + TIMES + "select 2;\n";
    assertThat(SlowLogs.read(BANNER + entries).rows()).hasSize(2);
    assertThat(SlowLogs.read(entries).rejects()).hasSize(1);
  }

  @Test
  void aStatementAboveTheCapIsCutAndItsLengthKnown() {
    String before = "# User@Host: a[a] @ h []\n" + TIMES + "SET timestamp=1;\n";
    for (int length : List.of(10, 900, 1_000, 5_000, 100_000)) {
      String statement = "select '" + "x".repeat(length) + "\n" + "y".repeat(length) + "'";
      byte[] log = (before + statement + ";\n" + entry("select 2")).getBytes(UTF_8);
      Reading reading = SlowLogs.read(log, ReadOptions.NONE, 2_000);
      assertThat(reading.rows()).hasSize(2);
      String kept = (String) reading.rows().get(0).get("statement");
      assertThat(statement).startsWith(kept);
      assertThat(kept.length()).isEqualTo(Math.min(statement.length(), 2_000 - before.length()));
      assertThat(reading.rows().get(0).get("statement_bytes")).isEqualTo((long) statement.length());
      assertThat(reading.rows().get(0).get("fingerprint")).isEqualTo("select ?");
      assertThat(reading.observations().facts())
          .doesNotContainKey("statements that end inside a literal");
    }
  }

  @Test
  void aLargeRejectKeepsItsLength() {
    String garbage = "no entry\n".repeat(5_000);
    Reading reading = SlowLogs.read(garbage);
    assertThat(reading.rejects()).hasSize(1);
    assertThat(reading.rejects().get(0).lines()).isEqualTo(5_000);
    assertThat(reading.rejects().get(0).rawLength()).isEqualTo(garbage.length() - 1);
    assertThat(reading.rejects().get(0).raw()).hasSize(Reject.MAX_RAW_BYTES);
  }

  @Test
  void linesBetweenEntriesThatAreNoWholeTextAreRejectedByThemselves() {
    String zeros = "\0".repeat(100) + "\n";
    String tooLong = "x".repeat(SlowLogs.LINE_CAP + 1) + "\n";
    Reading reading = SlowLogs.read(zeros + entry("select 1") + entry("select '\0'"));
    assertThat(reading.all("statement")).containsExactly("select 1", "select '\0'");
    assertThat(SlowLogs.read(tooLong + entry("select 1")).all("statement"))
        .containsExactly("select 1");
    assertThat(reading.reasons()).first().asString().isEqualTo("a NUL byte at column 1");
    assertThat(reading.rejects().get(0).lines()).isEqualTo(1);
  }

  @Test
  void anEmptyFileHasNoRows() {
    assertThat(SlowLogs.read("").rows()).isEmpty();
    assertThat(SlowLogs.read("").observations().facts()).containsEntry("entries", "0");
  }

  @Test
  void theFactsOfTheFileAreTold() {
    String log =
        BANNER
            + entry("select 1").replace("0.008745", "0.000012")
            + entry("select 2").replace("Rows_sent: 2", "Log_slow_rate_limit: 10")
            + USER
            + TIMES
            + "select 3;\n";
    assertThat(
            SlowLogs.read(log.getBytes(ISO_8859_1), ReadOptions.NONE, 1 << 20)
                .observations()
                .facts())
        .containsEntry("server version", "10.11.19-MariaDB")
        .containsEntry("port", "3306")
        .containsEntry("smallest query time", "0.000012 s")
        .containsEntry("entries", "3")
        .containsEntry("entries without own time", "1")
        .containsEntry("sampling", "one of 10 was logged");
  }

  @Test
  void statementsThatSetTheThresholdAreFacts() {
    String log =
        entry("set global long_query_time = 0.5")
            + entry("SET @@SESSION.long_query_time=2")
            + entry("set names utf8, `long_query_time` := 1")
            + entry("select 'set global long_query_time = 7'");
    assertThat(SlowLogs.read(log).observations().facts())
        .containsEntry(
            "long_query_time set by statements", "0.5 s (global), 2 s (session), 1 s (session)");
    assertThat(SlowLogs.read(entry("set names utf8")).observations().facts())
        .doesNotContainKey("long_query_time set by statements");
  }
}
