package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.Damage;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheAccessTest {
  private static final String STAMP = "[22/Nov/2026:06:20:31 -0500]";
  private static final long STAMP_US = DateTime.parse("2026-11-22T11:20:31Z").getMillis() * 1000;
  private static final String COMBINED =
      "192.0.2.7 - ann " + STAMP + " \"GET /a?b=c HTTP/1.1\" 200 12 \"http://r/\" \"Agent 1\"";

  private final ApacheAccess format = new ApacheAccess();

  private Reading read(String logFormat, String text) {
    return Reading.of(format, options(logFormat), text);
  }

  private static ReadOptions options(String logFormat) {
    return ReadOptions.NONE.with(ReadOptions.FORMAT, logFormat);
  }

  @Test
  void everyFieldOfACombinedLineWithItsTime() {
    assertThat(read("combined %D", COMBINED + " 1513185\n").only())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("table", "access"),
                Map.entry("line", 1L),
                Map.entry("start_time", STAMP_US),
                Map.entry("start_slack_us", 999_999L),
                Map.entry("duration_us", 1_513_185L),
                Map.entry("method", "GET"),
                Map.entry("path", "/a"),
                Map.entry("query_string", "b=c"),
                Map.entry("endpoint", "GET /a"),
                Map.entry("protocol", "HTTP/1.1"),
                Map.entry("status", 200),
                Map.entry("response_bytes", 12L),
                Map.entry("client", "192.0.2.7"),
                Map.entry("user", "ann"),
                Map.entry("referer", "http://r/"),
                Map.entry("user_agent", "Agent 1")));
  }

  /** Each token with a value that the log may hold, the column it fills, and what with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%h | 2001:db8::1 | client | 2001:db8::1",
        "%a | 192.0.2.1 | client | 192.0.2.1",
        "%{c}a | 192.0.2.1 | client | 192.0.2.1",
        "%u | Ann of the Shop | user | Ann of the Shop",
        "%>s | 304 | status | 304",
        "%s | 404 | status | 404",
        "%400,501>s | 501 | status | 501",
        "%b | - | response_bytes | 0",
        "%B | 0 | response_bytes | 0",
        "%D | 0 | duration_us | 0",
        "%T | 3 | duration_us | 3000000",
        "%T | 0.123 | duration_us | 123000",
        "%{s}T | 4 | duration_us | 4000000",
        "%{ms}T | 17 | duration_us | 17000",
        "%{us}T | 17 | duration_us | 17",
        "%P | 389 | pid | 389",
        "%{pid}P | 389 | pid | 389",
        "%m | PUT | method | PUT",
        "%U | /shop/os1.html | path | /shop/os1.html",
        "%q | ?a=b | query_string | a=b",
        "%H | HTTP/2.0 | protocol | HTTP/2.0",
        "%{UNIQUE_ID}e | awLdJiIL2Re | request_id | awLdJiIL2Re",
        "%{X-Request-ID}i | r1 | request_id | r1",
        "%{X-Track}o | SESSION=a5hwWra6&VIEWPAGE=index | session | a5hwWra6",
        "%{X-Track}o | SESSION=a5hwWra6 | session | a5hwWra6",
        "%{referer}i | http://x/ | referer | http://x/",
        "%{USER-AGENT}i | curl | user_agent | curl",
      })
  void tokenFillsItsColumn(String token, String value, String column, String expected) {
    Map<String, Object> record =
        read("%t " + token + " %%%l", STAMP + " " + value + " %-\n").only();
    assertThat(String.valueOf(record.get(column))).isEqualTo(expected);
    Map<String, Object> quoted =
        read("%t \\\"" + token + "\\\"", STAMP + " \"" + value + "\"\n").only();
    assertThat(quoted.get(column)).isEqualTo(record.get(column));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%h",
        "%a",
        "%u",
        "%>s",
        "%s",
        "%D",
        "%T",
        "%{ms}T",
        "%P",
        "%m",
        "%U",
        "%H",
        "%r",
        "%{Referer}i",
        "%{User-Agent}i",
        "%{UNIQUE_ID}e",
        "%{X-Track}o",
        "%O",
        "%I",
        "%{x}C",
        "%{x}n",
        "%{x}e",
        "%{x}i",
        "%{x}o",
        "%v",
        "%V",
        "%p",
        "%{tid}P",
        "%l",
        "%f",
        "%R",
        "%k",
        "%X",
        "%L",
        "%A",
        "%S",
        "%{begin:%H:%M}t",
        "%^ti",
        "%{c}h"
      })
  void absentOrOtherTokensFillNothing(String token) {
    assertThat(read("%t " + token, STAMP + " -\n").only())
        .containsOnlyKeys("table", "line", "start_time", "start_slack_us");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s %>s | 302 200 | status | 200",
        "%>s %s | 200 302 | status | 200",
        "%T %D | 1 1500000 | duration_us | 1500000",
        "%{ms}T %T | 1500 1 | duration_us | 1500000",
        "%a %h | 192.0.2.1 www.example.test | client | www.example.test",
        "\"%r\" %m %U %q %H | \"GET /a HTTP/1.1\" PUT /b ?c HTTP/2.0 | path | /a",
        "%{X-Request-Id}i %{UNIQUE_ID}e | a b | request_id | b",
      })
  void theBetterOfTwoTokensWins(String tokens, String values, String column, String expected) {
    Map<String, Object> record = read("%t " + tokens, STAMP + " " + values + "\n").only();
    assertThat(String.valueOf(record.get(column))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "GET / HTTP/1.1 | GET | / | null | HTTP/1.1",
        "GET /?  HTTP/1.1 | GET | / | ' ' | HTTP/1.1",
        "GET /? HTTP/1.1 | GET | / | '' | HTTP/1.1",
        "GET /a b c?d e HTTP/1.0 | GET | /a b c | d e | HTTP/1.0",
        "GET /a | GET | /a | null | null",
        "GET HTTP/1.1 | GET | null | null | HTTP/1.1",
        "GET  | GET | null | null | null",
        "OPTIONS * HTTP/1.0 | OPTIONS | * | null | HTTP/1.0",
        "CONNECT a.test:443 HTTP/1.1 | CONNECT | a.test:443 | null | HTTP/1.1",
        "GET http://a.test/b?c HTTP/1.1 | GET | http://a.test/b | c | HTTP/1.1",
        "quit | quit | null | null | null",
        "- | null | null | null | null",
        "'' | null | null | null | null",
        "' ' | null | null | null | null",
        "\\x16\\x03\\x01\\x02 | null | null | null | null",
        "\\x16\\x03 a HTTP/1.1 | null | null | null | null",
        "GET /\\\"q\\\"\\\\\\t HTTP/1.1 | GET | '/\"q\"\\\t' | null | HTTP/1.1",
        "GET /caf\\xc3\\xa9 HTTP/1.1 | GET | /caf\u00e9 | null | HTTP/1.1",
        "GET /caf\\xe9 HTTP/1.1 | GET | /caf\\xe9 | null | HTTP/1.1",
        "GET /a\\q\\x1 HTTP/1.1 | GET | /a\\q\\x1 | null | HTTP/1.1",
        "GET /a HTTP/ | GET | /a HTTP/ | null | null",
      })
  void requestLinesAreWhateverAClientSent(
      String line, String method, String path, String query, String protocol) {
    for (String logFormat : List.of("%t \"%r\" %>s", "%t \"%r\"")) {
      String behind = logFormat.endsWith("s") ? " 400\n" : "\n";
      Map<String, Object> record = read(logFormat, STAMP + " \"" + line + "\"" + behind).only();
      assertThat(record.get("method")).isEqualTo(method);
      assertThat(record.get("path")).isEqualTo(path);
      assertThat(record.get("query_string")).isEqualTo(query);
      assertThat(record.get("protocol")).isEqualTo(protocol);
      assertThat(record.containsKey("endpoint")).isEqualTo(method != null && path != null);
    }
  }

  @Test
  void aTouchingUrlAndQueryAreOneToken() {
    Map<String, Object> record =
        read("%t %m \"%U%q\" %>s", STAMP + " GET \"/a b?c?d\" 200\n").only();
    assertThat(record)
        .containsEntry("path", "/a b")
        .containsEntry("query_string", "c?d")
        .containsEntry("endpoint", "GET /a b");
  }

  @Test
  void anUnquotedRequestLineEndsWhereTheRestFits() {
    Map<String, Object> record =
        read("%h %t %r %>s %b", "::1 " + STAMP + " GET /a 200 b HTTP/1.1 404 -\n").only();
    assertThat(record).containsEntry("path", "/a 200 b").containsEntry("status", 404);
  }

  @Test
  void quotesOfOldServersWereWrittenRaw() {
    Map<String, Object> record =
        read("common", "::1 - - " + STAMP + " \"GET /?q=\"a\" b HTTP/1.1\" 200 5\n").only();
    assertThat(record).containsEntry("query_string", "q=\"a\" b").containsEntry("status", 200);
  }

  @Test
  void rawQuotesEndTheLineOnlyWhereItEnds() {
    assertThat(read("%t \"%r\"", STAMP + " \"GET /?q=\"a\" HTTP/1.1\"\n").only())
        .containsEntry("query_string", "q=\"a\"")
        .containsEntry("protocol", "HTTP/1.1");
    assertThat(read("%t (%u)", STAMP + " (ann (the other))\n").only())
        .containsEntry("user", "ann (the other)");
  }

  @Test
  void usersHaveAnyName() {
    for (String user : List.of("a \"b\" c", "a] [b", "x [22/Nov/2026:06:20:31 -0500] y", "- -")) {
      String line = "::1 - " + user + " " + STAMP + " \"GET / HTTP/1.1\" 200 5\n";
      assertThat(read("common", line).only()).containsEntry("user", user);
    }
  }

  @Test
  void aTimeOverAClockSetBackTellsNothing() {
    assertThat(read("%t %D", STAMP + " -731\n").only()).doesNotContainKey("duration_us");
    assertThat(read("%t %b", STAMP + " -731\n").reasons()).containsExactly("%b is not a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%t %{abc | no } behind",
        "%t %> | ends within the token",
        "%t %D%T | nothing stands between %D and %T",
        "%h %l | no %t",
        "%t %{h}T | unknown unit",
        "combinde | neither a LogFormat string nor one of common, combined, vhost_combined",
        "'' | neither",
      })
  void aWrongFormatIsToldBeforeReading(String logFormat, String message) {
    assertThatThrownBy(() -> read(logFormat, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** Lines that are none of the format, and words of the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "::1 - - [22/Nov/2026:06:20:31 -05 | no <] \"> behind %t",
        "::1 - - [22/Nov/2026 06:20:31] \"GET / HTTP/1.1\" 200 5 | %t is not a time",
        "::1 - - [22/Nov/2026:06:20:31 -0500] \"GET / HT | no <\" > behind %r",
        "::1 - - [22/Nov/2026:06:20:31 -0500] \"GET / HTTP/1.1\" OK 5 | %>s is not a number",
        "::1 - - [22/Nov/2026:06:20:31 -0500] \"GET / HTTP/1.1\" 200 | no < > behind %>s",
        "::1 - - [22/Nov/2026:06:20:31 -0500] \"GET / HTTP/1.1\" 200 5 6 | %b is not a number",
        "# Time: 2026-11-22T11:20:31 | no < [> behind %u",
        "x | no < > behind %h",
        "07:20:01 AM all 1.00 0.00 | no < [> behind %u",
      })
  void otherLinesAreRejectedWithTheirReason(String line, String reason) {
    String good = "::1 - - " + STAMP + " \"GET / HTTP/1.1\" 200 5";
    Reading reading = read("common", good + "\n" + line + "\n" + good + "\n" + line);
    assertThat(reading.all("line")).containsExactly(1L, 3L);
    assertThat(reading.reasons()).hasSize(2).allMatch(text -> text.contains(reason));
    assertThat(reading.rejects().get(0).raw()).isEqualTo(line);
    assertThat(reading.reasons().get(0)).doesNotContain("the file ends");
    assertThat(reading.reasons().get(1)).endsWith("; the file ends within this line");
  }

  @Test
  void nulRunsAfterACrashAreRejectedAndEmptyLinesIgnored() {
    Reading reading = read("combined", "\0\0\0" + COMBINED + "\n\n" + COMBINED + "\n");
    assertThat(reading.reasons()).containsExactly("a NUL byte at column 1");
    assertThat(reading.ignored()).isEqualTo(Map.of("empty line", 1L));
    assertThat(reading.all("line")).containsExactly(3L);
  }

  @Test
  void aServerTalkingToItselfIsNoRequest() {
    String dummy =
        " - - "
            + STAMP
            + " \"OPTIONS * HTTP/1.0\" 200 - \"-\" \"Apache (internal dummy connection)\"\n";
    Reading reading =
        read(
            "combined",
            "127.0.0.1"
                + dummy
                + "::1"
                + dummy
                + "192.0.2.1"
                + dummy
                + "::1"
                + dummy.replace("(internal dummy connection)", "probe"));
    assertThat(reading.ignored()).isEqualTo(Map.of("internal dummy connection", 2L));
    assertThat(reading.all("line")).containsExactly(3L, 4L);
    String common = "::1 - - " + STAMP + " \"OPTIONS * HTTP/1.0\" 200 -\n";
    assertThat(read("common", common).ignored()).containsKey("internal dummy connection");
    assertThat(read("common", common.replace("OPTIONS", "GET")).rows()).hasSize(1);
  }

  @Test
  void withoutAFormatTheFirstReadableLineDecides() {
    String vhost = "www.shop.test:80 " + COMBINED;
    String dated = COMBINED + " 7";
    Reading reading = Reading.of(format, "noise\n" + dated + "\n" + vhost + "\n" + dated + "\n");
    assertThat(reading.all("line")).containsExactly(2L, 4L);
    assertThat(reading.all("duration_us")).containsExactly(7L, 7L);
    assertThat(Reading.of(format, vhost + "\n").only()).containsEntry("client", "192.0.2.7");
    assertThat(Reading.of(format, vhost + "\n").only()).doesNotContainKey("response_bytes");
  }

  @Test
  void aRealLogIsReadToTheLastLine() {
    byte[] log = Reading.resource("apache/access_log");
    Reading reading = Reading.of(format, options("combined %D"), log);
    assertThat(reading.rejects()).isEmpty();
    long dummies =
        new String(log, UTF_8)
            .lines()
            .filter(line -> line.contains("(internal dummy connection)"))
            .count();
    assertThat(dummies).isPositive();
    assertThat(reading.ignored()).isEqualTo(Map.of("internal dummy connection", dummies));
    assertThat(reading.rows()).hasSize((int) (reading.lines() - dummies));
    List<String> shown =
        reading.rows().stream()
            .map(row -> row.get("method") + " " + row.get("path") + " " + row.get("protocol"))
            .toList();
    List<String> logged =
        new String(log, UTF_8)
            .lines()
            .filter(line -> !line.contains("(internal dummy connection)"))
            .map(line -> line.split("\"", -1)[1])
            .toList();
    assertThat(shown).isEqualTo(logged);
    assertThat(new TreeSet<>(reading.all("endpoint")))
        .containsExactly(
            "GET /cgi-bin/strap/index.html",
            "GET /cgi-bin/strap/login.html",
            "GET /cgi-bin/strap/ord/basket.html",
            "GET /cgi-bin/strap/ord/checkout.html",
            "GET /cgi-bin/strap/scan/{fi,st,sf,se,op,tf,ml}.html",
            "GET /cgi-bin/strap/{sku}.html",
            "GET /strap/css/strap.css",
            "GET /strap/images/items/{file}.gif",
            "GET /strap/images/{file}.gif",
            "GET /strap/images/{file}.png",
            "GET /strap/js/jquery.matchHeight.js",
            "POST /cgi-bin/strap/ord/basket.html",
            "POST /cgi-bin/strap/search.html");
    assertThat(Reading.of(format, ReadOptions.NONE, log).rows()).isEqualTo(reading.rows());
  }

  /** Reading asserts by itself that every line is accounted for. */
  @Test
  void damageBreaksNoReaderThatIsToldNoFormatOrAnOddOne() {
    byte[] log = Reading.resource("apache/access_log");
    byte[] some = new String(log, ISO_8859_1).substring(0, 900).getBytes(ISO_8859_1);
    Damage.copies(some, 1, 500, text -> Reading.of(format, ReadOptions.NONE, text));
    Damage.copies(some, 2, 500, text -> Reading.of(format, options("%t %r %u %q"), text));
    Damage.garbage(3, 300, text -> Reading.of(format, ReadOptions.NONE, text));
    Damage.garbage(4, 300, text -> Reading.of(format, options("%t %r %u %q"), text));
  }

  /** Many possible ends of a value must not cost time without bound. */
  @Test
  void aHostileLineIsGivenUp() {
    String line = STAMP + " " + "a 1 ".repeat(3000) + "\n";
    assertThat(read("%t %r %>s %u %>s %{x}i %>s", line).rejects()).hasSize(1);
  }
}
