package io.tierlens.formats.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Column extra takes what no other column does, and column peer the other end. */
class ExtraTest {
  private static final String STAMP = "[22/Nov/2026:06:20:31 -0500]";

  private static Row read(String format, String line) {
    return Reading.of(
            new ApacheAccess(), ReadOptions.NONE.with(ReadOptions.FORMAT, format), line + "\n")
        .only();
  }

  /** Every token that has no column of its own, with a value that a server may write. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%A | 192.0.2.1",
        "%{sid}C | a5 b",
        "%{PATH}e | /usr/bin",
        "%f | /srv/www/a b.html",
        "%{Host}i | shop.example.test",
        "%{X-Forwarded-For}i | 192.0.2.1, 198.51.100.2",
        "%!200,304{X-Odd}i | x y",
        "%400,501{X-Odd}i | x y",
        "%k | 3",
        "%l | ann",
        "%L | awLdJiIL2Re",
        "%{note}n | a, b",
        "%{Content-Type}o | text/html; charset=utf-8",
        "%p | 443",
        "%{remote}p | 51000",
        "%{tid}P | 140735",
        "%{hextid}P | 7ffd2a",
        "%R | cgi-script",
        "%v | www.shop.test",
        "%V | shop.test",
        "%X | +",
        "%I | 168",
        "%O | 18380",
        "%S | 18548",
        "%{Trailer}^ti | x y",
        "%{Trailer}^to | x y",
        "%Z | of an unknown letter",
        "%{x}Z | of an unknown letter",
        "%^xx | of unknown letters",
        "%{end:sec}t | 1795349798",
        "%{%H:%M}t | 06:20",
        "%{%Q odd}t | anything",
      })
  void whatHasNoColumnGoesToExtra(String token, String value) {
    assertThat(read("%t " + token + " %%%l", STAMP + " " + value + " %-").get("extra"))
        .isEqualTo(Map.of(token, value));
    assertThat(read("%t \\\"" + token + "\\\"", STAMP + " \"" + value + "\"").get("extra"))
        .isEqualTo(Map.of(token, value));
    assertThat(read("%t " + token, STAMP + " -")).doesNotContainKey("extra");
  }

  /** Of two tokens for one column the worse one; the column is in the test of the winners. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s %>s | 302 200 | %s | 302",
        "%>s %<s | 302 200 | %<s | 200",
        "%T %D | 1 1500000 | %T | 1",
        "%D %{ms}T | -5 1500 | %{ms}T | 1500",
        "%{ms}T %D | -5 1500 | %{ms}T | -5",
        "%a %h | 192.0.2.1 www.example.test | %a | 192.0.2.1",
        "%b %B | 5 7 | %B | 7",
        "%{X-Request-Id}i %{UNIQUE_ID}e | a b | %{X-Request-Id}i | a",
        "%P %{pid}P | 5 7 | %{pid}P | 7",
        "\"%r\" %m | \"GET /a HTTP/1.1\" PUT | %m | PUT",
        "%m %U%q \"%r\" | PUT /a?b \"GET /c HTTP/1.1\" | %U%q | /a?b",
        "%{usec}t %h | 1795349798636149 ::1 | %t | 22/Nov/2026:06:20:31 -0500",
      })
  void theLoserOfTwoGoesToExtra(String tokens, String values, String key, String value) {
    Row row = read("%t " + tokens, STAMP + " " + values);
    @SuppressWarnings("unchecked")
    Map<String, String> extra = (Map<String, String>) row.get("extra");
    assertThat(extra).containsEntry(key, value);
  }

  @Test
  void severalAreKeptByTheirNames() {
    Row row =
        read(
            "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\" %X",
            "www.shop.test:443 ::1 - ann " + STAMP + " \"GET / H\" 200 5 \"-\" \"A\" -");
    assertThat(row.get("extra")).isEqualTo(Map.of("%v", "www.shop.test", "%p", "443", "%O", "5"));
  }

  @Test
  void valuesInExtraAreFreeOfEscapes() {
    Row row = read("%t \"%{X-Odd}i\"", STAMP + " \"a \\\"b\\\" \\xc3\\xa9 \\\\ \\xe9\"");
    assertThat(row.get("extra")).isEqualTo(Map.of("%{X-Odd}i", "a \"b\" \u00e9 \\ \\xe9"));
  }

  @Test
  void aRequestLineThatIsNoRequestIsKept() {
    Row row = read("%t \"%r\" %>s", STAMP + " \"\\x16\\x03\\x01 a\" 400");
    assertThat(row.get("extra")).isEqualTo(Map.of("%r", "\u0016\u0003\u0001 a"));
    assertThat(read("%t \"%r\" %>s", STAMP + " \"\" 400")).doesNotContainKey("extra");
    assertThat(read("%t \"%r\" %>s", STAMP + " \"-\" 408")).doesNotContainKey("extra");
  }

  @Test
  void aTrackWithoutASessionIsKept() {
    Row row = read("%t %{X-Track}o %l", STAMP + " VIEWPAGE=index -");
    assertThat(row.get("extra")).isEqualTo(Map.of("%{X-Track}o", "VIEWPAGE=index"));
    assertThat(row).doesNotContainKey("session");
  }

  @Test
  void aQueryThatIsNotThereIsNoText() {
    String format = "%t \"%r\" %q %>s";
    assertThat(read(format, STAMP + " \"GET / H\"  200")).doesNotContainKey("extra");
    assertThat(read(format, STAMP + " \"GET /?a H\" ?a 200").get("extra"))
        .isEqualTo(Map.of("%q", "?a"));
  }

  @Test
  void theOtherEndIsThePeerAndStandsForAClientThatIsNotLogged() {
    assertThat(read("%t %{c}a", STAMP + " 192.0.2.1"))
        .containsEntry("peer", "192.0.2.1")
        .containsEntry("client", "192.0.2.1");
    for (String client : new String[] {"%a", "%h"}) {
      assertThat(read("%t %{c}a " + client, STAMP + " 192.0.2.1 198.51.100.2"))
          .containsEntry("peer", "192.0.2.1")
          .containsEntry("client", "198.51.100.2")
          .doesNotContainKey("extra");
    }
    assertThat(read("%t %{c}a %a", STAMP + " 192.0.2.1 -"))
        .containsEntry("peer", "192.0.2.1")
        .doesNotContainKey("client");
  }
}
