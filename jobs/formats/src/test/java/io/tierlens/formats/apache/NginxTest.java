package io.tierlens.formats.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of a real nginx 1.22, and its variables one by one. */
class NginxTest {

  static final String TIMED =
      """
      log_format timed '$remote_addr - $remote_user [$time_local] "$request" '
                       '$status $body_bytes_sent "$http_referer" '
                       '"$http_user_agent" $request_time $upstream_response_time $msec $time_iso8601 $request_id $pid $connection "$http_x_forwarded_for"';
      """;

  private static final String JSON =
      """
      log_format j escape=json '{"t":"$time_iso8601","r":"$request","s":$status,'
        '"rt":$request_time,"ref":"$http_referer","ua":"$http_user_agent",'
        '"u":"$upstream_response_time"}';
      """;

  private static Reading recorded(String name, String format) {
    return Reading.of(
        new ApacheAccess(),
        ReadOptions.NONE.with(ReadOptions.FORMAT, format),
        Reading.resource("apache/" + name));
  }

  private static Row read(String format, String line) {
    return Reading.of(
            new ApacheAccess(), ReadOptions.NONE.with(ReadOptions.FORMAT, format), line + "\n")
        .only();
  }

  @Test
  void everyLineOfARealLogIsRead() {
    Reading timed = recorded("nginx_timed.log", TIMED);
    assertThat(timed.rejects()).isEmpty();
    List<String> lines = Reading.text("apache/nginx_timed.log").lines().toList();
    assertThat(timed.rows()).hasSameSizeAs(lines);
    for (Row row : timed.rows()) {
      String[] quoted = lines.get((int) row.line() - 1).split("\"", -1);
      String[] words = quoted[6].trim().replace(", ", ",").split(" ", -1);
      long end = Long.parseLong(words[2].replace(".", "")) * 1000;
      long duration = Long.parseLong(words[0].replace(".", "")) * 1000;
      assertThat(row.whole("duration_us")).isEqualTo(duration);
      assertThat(row.whole("start_time")).isEqualTo(end - duration);
      assertThat(row.whole("start_slack_us")).isEqualTo(999);
      assertThat(row.get("request_id")).isEqualTo(words[4]);
      assertThat(row.whole("pid")).isEqualTo(Long.parseLong(words[5]));
    }
    assertThat(timed.observations().facts().get("start"))
        .isEqualTo("the end of the request, $msec, less $request_time");
  }

  @Test
  void oddRequestsOfARealLog() {
    List<Row> rows = recorded("nginx_timed.log", TIMED).rows();
    Row last = rows.get(rows.size() - 1);
    assertThat(last)
        .containsEntry("method", "GET")
        .containsEntry("path", "/hello")
        .doesNotContainKey("protocol");
    assertThat(rows.get(rows.size() - 2)).containsEntry("path", "/\"q\"\\\\xe9");
    assertThat(rows.get(rows.size() - 3)).doesNotContainKeys("method", "path");
    assertThat(rows.get(rows.size() - 4)).containsEntry("path", "/a b c");
    assertThat(rows.get(rows.size() - 5)).containsEntry("method", "quit");
    assertThat(rows.get(rows.size() - 6)).doesNotContainKeys("method", "path");
    assertThat(rows.get(rows.size() - 6).get("extra").toString())
        .contains("$request=\u0016\u0003\u0001");
    assertThat(rows)
        .anySatisfy(row -> assertThat(row.get("extra").toString()).contains("0.001, 0.014"));
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("user", "ann")
                    .containsEntry("user_agent", "Mozilla/5.0 \"quoted\" \\ \u00e9"));
  }

  /** The same requests in three formats, of which the plainest tells whole seconds. */
  @Test
  void theFormatsAgree() {
    Reading timed = recorded("nginx_timed.log", TIMED);
    Reading json = recorded("nginx_json.log", JSON);
    Reading combined = recorded("nginx_combined.log", "nginx");
    assertThat(json.rejects()).isEmpty();
    assertThat(combined.rejects()).isEmpty();
    for (String field :
        List.of("method", "path", "query_string", "protocol", "status", "referer", "user_agent")) {
      assertThat(json.all(field)).as(field).isEqualTo(timed.all(field));
      assertThat(combined.all(field)).as(field).isEqualTo(timed.all(field));
    }
    assertThat(json.all("duration_us")).isEqualTo(timed.all("duration_us"));
    for (int i = 0; i < timed.rows().size(); i++) {
      long start = timed.rows().get(i).whole("start_time");
      Row row = json.rows().get(i);
      assertThat(start)
          .isBetween(
              row.whole("start_time"), row.whole("start_time") + row.whole("start_slack_us"));
      long end = start + timed.rows().get(i).whole("duration_us");
      assertThat(combined.rows().get(i).whole("start_time")).isEqualTo(end / 1_000_000 * 1_000_000);
    }
  }

  /** Variables, a value, the column they fill and what with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$remote_addr | 2001:db8::1 | client | 2001:db8::1",
        "${remote_addr} | 2001:db8::1 | client | 2001:db8::1",
        "$realip_remote_addr | 192.0.2.1 | peer | 192.0.2.1",
        "$remote_user | Ann of the Shop | user | Ann of the Shop",
        "$request_method | PUT | method | PUT",
        "$request_uri | /a?b=c | query_string | b=c",
        "$uri$is_args$args | /a?b=c | query_string | b=c",
        "$uri$is_args$args | /a | path | /a",
        "$uri | /a b | path | /a b",
        "$args | b=c | query_string | b=c",
        "$server_protocol | HTTP/2.0 | protocol | HTTP/2.0",
        "$status | 404 | status | 404",
        "$body_bytes_sent | 0 | response_bytes | 0",
        "$request_time | 0.250 | duration_us | 250000",
        "$http_referer | http://r/ | referer | http://r/",
        "$http_user_agent | A \\x22b\\x22 | user_agent | A \"b\"",
        "$pid | 7 | pid | 7",
        "$request_id | ab | request_id | ab",
        "$http_x_request_id | ab | request_id | ab",
        "$sent_http_x_track | SESSION=a5&VIEWPAGE=x | session | a5",
        "$upstream_response_time | 0.1, 0.2 | extra | {$upstream_response_time=0.1, 0.2}",
        "$host | shop.test | extra | {$host=shop.test}",
        "$scheme | https | extra | {$scheme=https}",
        "$connection | 7 | extra | {$connection=7}",
        "$whatever_4 | a b | extra | {$whatever_4=a b}",
        "$time_local | 22/Nov/2026:12:16:38 +0000 | start_time | 1795349798000000",
        "$time_iso8601 | 2026-11-22T07:16:38-05:00 | start_time | 1795349798000000",
      })
  void variableFillsItsColumn(String variable, String value, String column, String expected) {
    Map<String, Object> row =
        read("$msec # " + variable + " #", "1795349798.000 # " + value + " #");
    assertThat(String.valueOf(row.get(column))).isEqualTo(expected);
    if (!column.equals("start_time")) {
      assertThat(read("$msec \"" + variable + "\"", "1795349798.000 \"" + value + "\"").get(column))
          .isEqualTo(row.get(column));
    }
    String alone = column.equals("start_time") ? variable : "$time_local " + variable;
    String stamp = column.equals("start_time") ? "" : "22/Nov/2026:12:16:38 +0000 ";
    assertThat(String.valueOf(read(alone, stamp + value).get(column))).isEqualTo(expected);
  }

  @Test
  void whatIsNotEscapedEndsWhereTheRestFits() {
    Row row =
        read(
            "log_format r escape=none '$msec \"$http_user_agent\" $status \"$http_referer\"';",
            "1795349798.000 \"a \"b\" \\\" x \" 200 \"\"");
    assertThat(row).containsEntry("user_agent", "a \"b\" \\\" x ").containsEntry("status", 200);
    assertThat(row).doesNotContainKey("referer");
  }
}
