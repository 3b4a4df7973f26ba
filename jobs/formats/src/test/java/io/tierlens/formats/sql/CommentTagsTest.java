package io.tierlens.formats.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTagsTest {

  private final Fingerprint fingerprint = new Fingerprint();

  private CommentTags read(String sql) {
    byte[] bytes = sql.getBytes(UTF_8);
    fingerprint.read(bytes, 0, bytes.length);
    return fingerprint.tags();
  }

  private String tags(String sql) {
    CommentTags tags = read(sql);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      pairs.add(new String(tags.key(i), UTF_8) + "=" + value(tags, i));
    }
    return String.join(" ", pairs);
  }

  private static String value(CommentTags tags, int i) {
    return new String(tags.bytes(i), tags.start(i), tags.end(i) - tags.start(i), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          traceparent='00-0af7-b7ad-01',route='%2Fa%20b' | traceparent=00-0af7-b7ad-01 route=/a b
          a='it\\'s',b='100%',c='%zz',d=''               | a=it's b=100% c=%zz d=
          k%65y='v',name%3A='x'                          | key=v name:=x
          page=a, line=10                                | page=a line=10
          page=a line=10; user="x y"                     | page=a line=10 user=x y
          file: cart.html, line: 10                      | file=cart.html line=10
          application:Shop,controller:cart               | application=Shop controller=cart
          b=%20                                          | b=%20
          a=1,a=2                                        | a=1
          request_id=7:b                                 | request_id=7:b
          request_id = 7b                                | request_id=7b
          called for (request_id: 7b), see above         | request_id=7b
          from cron [trace-id="ab12"] job: x             | trace-id=ab12
          """)
  void pairs(String comment, String expected) {
    assertThat(tags("select 1 /*" + comment + "*/ from t")).isEqualTo(expected);
    assertThat(tags("/* " + comment + " */select 1")).isEqualTo(expected);
    assertThat(tags("select 1 -- " + comment)).isEqualTo(expected);
    assertThat(tags("select 1 #" + comment + "\nfrom t")).isEqualTo(expected);
    assertThat(tags("insert t values (1),(2 /*" + comment + "*/)")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "note",
        "todo: drop",
        "note:drop",
        "a = 1",
        "a == 1",
        "a==1",
        "a<=1",
        "a=>1",
        "a=1 and b=2",
        "a=f(1)",
        "see http://a.b/c, k=v",
        "a=",
        "=a",
        "a='b",
        "a='b'c",
        "1=2",
        "request_id",
        "request_id: see below",
        "old_request_id=5 is not it",
        "say: hello, world",
        "k=v -- no",
        "-----",
        "a:b c"
      })
  void proseIsNoTag(String comment) {
    assertThat(tags("select 1 /*" + comment + "*/")).isEmpty();
    assertThat(tags("select 1 -- " + comment)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select /*+ k=v */ 1",
        "select /*!50000 request_id=5 */ 1",
        "select '/* k=v */'",
        "select `/* k=v */`",
        "select 1 /* k=v",
        "select 1 --k=v",
        "select 1 /*M! k=v */"
      })
  void onlyCommentsThatTheServerPassesOver(String sql) {
    assertThat(tags(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request_id",
        "requestId",
        "REQUEST_ID",
        "x-request-id",
        "X-Request-ID",
        "x_request_id"
      })
  void theRequestIsKnownByAnySpelling(String key) {
    CommentTags tags = read("select 1 /*page='1'*/ /*" + key + "='a-1'*/ /*request_id=2*/");
    assertThat(value(tags, tags.request())).isEqualTo("a-1");
    assertThat(read("select 1 /*page='1',quest_id=5*/").request()).isEqualTo(-1);
  }

  @Test
  void keysStayForGoodAndAreOneArrayEach() {
    byte[] key = read("select 1 /*route='%61'*/").key(0);
    for (int i = 0; i < 2_000; i++) {
      String other = "key" + i + "='%20" + i + "'";
      assertThat(tags("select 1 /*" + other + "*/")).isEqualTo("key" + i + "= " + i);
    }
    assertThat(read("select 2 /*route='b'*/").key(0)).isSameAs(key);
    assertThat(new String(key, UTF_8)).isEqualTo("route");
  }

  @Test
  void tagsAreBounded() {
    StringBuilder comment = new StringBuilder("select 1 /*");
    for (int i = 0; i < 100_000; i++) {
      comment.append("k").append(i).append("=v,");
    }
    assertThat(read(comment.append("*/").toString()).size()).isEqualTo(64);
  }

  @Test
  void anyCommentIsRead() {
    Random random = new Random(5);
    String alphabet = "ab1='\\\"%2:,; /*-#\n\u0000request_id=";
    for (int round = 0; round < 100_000; round++) {
      StringBuilder sql = new StringBuilder("/*");
      for (int i = random.nextInt(30); i > 0; i--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      CommentTags tags = read(sql.toString());
      for (int i = 0; i < tags.size(); i++) {
        assertThat(tags.key(i)).isNotEmpty();
        assertThat(tags.end(i)).isBetween(tags.start(i), tags.bytes(i).length);
      }
    }
  }
}
