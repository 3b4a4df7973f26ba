package io.tierlens.formats.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private final Fingerprint fingerprint = new Fingerprint();

  private String of(String sql) {
    byte[] bytes = ("before" + sql + "'behind").getBytes(UTF_8);
    fingerprint.read(bytes, 6, bytes.length - 7);
    return new String(fingerprint.bytes(), 0, fingerprint.size(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          SELECT * FROM t WHERE a=1                | select * from t where a = ?
          select  *  from\tt where a =  'x'        | select * from t where a = ?
          select "a""b", 'a''b', 'a\\'b', "'"      | select ?, ?, ?, ?
          select 'a' 'b' "c"                       | select ?
          select -1, +2, - 3, a-1, a - 1, 1-1      | select ?, ?, - ?, a - ?, a - ?, ? - ?
          select a - -1, (-1), b=-.5, 1.5e-7       | select a - ?, (?), b = ?, ?
          select 0xFF, 0b01, x'0f', B'1', N'n'     | select ?, ?, ?, ?, ?
          select _utf8mb4'a', _binary"b"           | select ?, ?
          select .5, 1., 1e10, 1E+3, 5e            | select ?, ?, ?, ?, 5e
          select * from tbl_5, db1.t2, 12_13_foo   | select * from tbl_5, db1.t2, 12_13_foo
          select t1.5a, t.9 from `T 1`.`9``x`      | select t1.5a, t.9 from `T 1`.`9``x`
          where a in (1,2,3) and b IN('x')         | where a in (?) and b in (?)
          where (a,b) in ((1,2),(3,4))             | where (a, b) in (?)
          where a in (1, b, 3)                     | where a in (?, b, ?)
          where a in (select 1)                    | where a in (select ?)
          where a not in (null, true, -1)          | where a not in (?)
          insert into t(a,b) values(1,2),(3,4)     | insert into t(a, b) values (?)
          insert t values (1,now()),(2,now()),(3,f(1)) on duplicate key update a=values(a),b=(1) | insert t values (?, now()) on duplicate key update a = values (a), b = (?)
          insert into t value (1), (2), (null)     | insert into t value (?)
          insert t values ('a;),(',2) , (3,4)      | insert t values (?)
          replace t () values ()                   | replace t() values ()
          select a/* c */from/**/t -- end          | select a from t
          select a # one                           | select a
          select /*!40001 SQL_NO_CACHE */ * from t | select sql_no_cache * from t
          select /*M!100100 a */ b                 | select a b
          select /*+ MAX_TIME(5) */ a              | select a
          select a--1                              | select a - ?
          set @a:=1, @@global.b = 2                | set @a := ?, @@global.b = ?
          where a<=>1 and b<>2 and c!=3 && d>>4    | where a <=> ? and b <> ? and c != ? && d >> ?
          where a is not null and b = null         | where a is not null and b = ?
          select a->'$.x', a->>"$.y"               | select a -> ?, a ->> ?
          select count(*), t.*, count( * )         | select count(*), t.*, count(*)
          prepare s from 'select ?'                | prepare s from ?
          select ? + ?                             | select ? + ?
          call p(1,'a')                            | call p(?, ?)
          SELECT ÄB from é                         | select Äb from é
          begin; select 1;                         | begin; select ?;
          limit 5, 10                              | limit ?, ?
          -- only a comment                        | ^^
          """)
  void normalForms(String sql, String expected) {
    assertThat(of(sql)).isEqualTo(expected);
    assertThat(fingerprint.endsInLiteral()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'secret", "select \"secret", "select `secret", "select a /* secret",
        "select 'secret\\", "select 'secret''", "select x'secret", "select /*!1 a 'secret"
      })
  void anOpenLiteralNeverLeaks(String sql) {
    assertThat(of(sql)).doesNotContain("secret").startsWith("select");
    assertThat(fingerprint.endsInLiteral()).isTrue();
  }

  @Test
  void theCommentIsReadForTheRequest() {
    assertThat(requestId("select 1 /* page=a, request_id=Ab-9_x */")).isEqualTo("Ab-9_x");
    assertThat(requestId("/*request_id='7:b'*/ select 1 /*request_id=no*/")).isEqualTo("7:b");
    assertThat(requestId("select 1 /* request_id */")).isNull();
    assertThat(requestId("select '/* request_id=1 */'")).isNull();
  }

  private String requestId(String sql) {
    byte[] bytes = sql.getBytes(UTF_8);
    fingerprint.read(bytes, 0, bytes.length);
    CommentTags tags = fingerprint.tags();
    int id = tags.request();
    return id < 0
        ? null
        : new String(tags.bytes(id), tags.start(id), tags.end(id) - tags.start(id), UTF_8);
  }

  /**
   * Random statements of random literals: the form depends on the pieces and never the literals.
   */
  @Test
  void literalsWhiteSpaceCommentsAndCaseMakeNoDifference() {
    Random random = new Random(42);
    List<String> pieces =
        List.of(
            "select",
            "a",
            ",",
            "from",
            "t",
            "where",
            "b",
            "=",
            "(",
            ")",
            "in (LITERAL,LITERAL)",
            "LITERAL",
            "and",
            "values (LITERAL),(LITERAL,LITERAL)",
            "f(LITERAL)",
            "`N`",
            "<=");
    for (int round = 0; round < 5_000; round++) {
      StringBuilder one = new StringBuilder();
      StringBuilder other = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        append(one, piece, random);
        append(other, piece, random);
      }
      String form = of(one.toString());
      assertThat(of(other.toString())).as(one + "\n" + other).isEqualTo(form);
      assertThat(form).doesNotContain("secret");
      assertThat(of(form)).as("the form of a form, of %s", one).isEqualTo(form);
    }
  }

  private static void append(StringBuilder sql, String piece, Random random) {
    List<String> spaces =
        List.of(" ", "  ", "\n", "\t", " /* it's */ ", " -- secret's\n", " # \"\r\n");
    // Two literals side by side would be one string or two, as it happens.
    sql.append(" x".repeat(piece.equals("LITERAL") ? 1 : 0));
    sql.append(spaces.get(random.nextInt(spaces.size())));
    String written = piece;
    while (written.contains("LITERAL")) {
      written = written.replaceFirst("LITERAL", literal(random));
    }
    boolean fold = random.nextBoolean() && !piece.contains("`") && !piece.contains("LITERAL");
    sql.append(fold ? written.toUpperCase(Locale.ROOT) : written);
  }

  private static String literal(Random random) {
    List<String> literals =
        List.of(
            "'secret'",
            "\"secret\"",
            "'it''s secret'",
            "'\\\\\\\\'",
            "17",
            "0x5ec4e7",
            "1.5e3",
            "X'5e'",
            "'/*secret'",
            "'-- secret'",
            "'),(secret'",
            "_utf8'secret'",
            "''");
    return literals.get(random.nextInt(literals.size()));
  }

  @Test
  void anyBytesAreReadToTheirEnd() {
    Random random = new Random(7);
    byte[] alphabet = "'\"`\\/*!-#() ,.;?0x1eab=<>\n@_in values".getBytes(UTF_8);
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(10) == 0
                ? (byte) random.nextInt()
                : alphabet[random.nextInt(alphabet.length)];
      }
      fingerprint.read(bytes, 0, bytes.length);
      assertThat(fingerprint.size()).isBetween(0, 3 * bytes.length + 1);
    }
  }

  @Test
  void deepNestingIsNoDanger() {
    String nested = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThat(of("select a in " + nested)).isEqualTo("select a in (?)");
    assertThat(of("select f" + nested)).hasSize(200_001 + "select f".length());
  }
}
