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
          select f (1), count (*), t.in (1)        | select f(?), count(*), t.in(?)
          where(a)and(b)or exists(select 1)        | where (a) and (b) or exists (select ?)
          where a in (b, 1, 2, 3, c, c)            | where a in (b, ?, c)
          where a in (f(1), f(2), f(3), g(1))      | where a in (f(?), g(?))
          where a in (1+1, 2+2)                    | where a in (? + ?)
          where a in (field(1,2), b in (3)) | where a in (field(?), b in (?))
          where (a,b) in ((1,f(2)),(3,f(4)))       | where (a, b) in ((?, f(?)))
          where a in (select b, b from c)          | where a in (select b, b from c)
          order by field(id, 3, 1, 2)              | order by field(id, ?)
          values row(1,2), row(3,4)                | values row(?)
          insert t values (1),(2) as n on duplicate key update a=n.a | insert t values (?) as n on duplicate key update a = n.a
          insert t values (1,2), ('a)(', `b`)      | insert t values (?)
          insert t select 1, f(2) from u           | insert t select ?, f(?) from u
          insert t values (1, (select 2)), (3, 4)  | insert t values (?, (select ?))
          select 1 union select 2                  | select ? union select ?
          select 1 union select 2 union select 3   | select ? union select ?
          select a union all select 1 union all select 2 order by 1 | select a union all select ? order by ?
          (select 1) union (select 2) union (select 3) limit 5 | (select ?) union (select ?) limit ?
          select 1 union select 2 union all select 3 | select ? union select ? union all select ?
          select * from (select 1 union select 2 union select 3) t | select * from (select ? union select ?) t
          select null, true, case when null then false end | select ?, ?, case when ? then ? end
          where a is true and b is not false       | where a is true and b is not false
          create table t (a int not null default 5) | create table t(a int not null default ?)
          select _utf8mb4 'a', _latin1 x'41', n'a' 'b' | select ?, ?, ?
          select 1 'one', 2 "two"                  | select ?, ?
          select date '2020-01-01', interval -5 day | select date ?, interval ? day
          select 0XDEADBEEF, 0x, 0b12, 0xfg        | select ?, 0x, 0b12, 0xfg
          select 1.e5, 1e5x, 1e+5, 1.5and 2        | select ?, 1e5x, ?, ? and ?
          select a -1, a*-1, (a)-1, not -1         | select a - ?, a * ?, (a) - ?, not ?
          limit 5 offset 10                        | limit ? offset ?
          set names 'utf8', @a = 'b'               | set names ?, @a = ?
          use `Db 1`                               | use `Db 1`
          execute s using @a, @b_1                 | execute s using @a, @b_1
          grant all on d.* to 'u'@'h'              | grant all on d.* to ? @ ?
          select $a, a$1, @@x.y, a.`b`             | select $a, a$1, @@x.y, a.`b`
          select a /*!50000 , 'x' /* in */ */ b    | select a, ? b
          select 1.2.3.4                           | select ?
          replace t set a=1,b='x'                  | replace t set a = ?, b = ?
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

  /** A statement that was cut has the form that the whole one has, as far as it goes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          insert t values (1),(2),('secret    | insert t values (?)
          insert t values (1),                | insert t values (?)
          insert t values (1, 'secret         | insert t values (?
          where a in (1,2,'secret             | where a in (?
          where a in (1,2,                    | where a in (?
          where a in ((1,2),(3                | where a in (?, (?
          select 1 union select 2 union select 3 union sel | select ? union select ? union sel
          """)
  void cutStatements(String sql, String expected) {
    assertThat(of(sql)).isEqualTo(expected);
    assertThat(of(expected)).isEqualTo(expected);
  }

  /** Soup of tokens: the form of a form is itself, and letters of literals are not in it. */
  @Test
  void aFormIsItsOwnFormAndShowsNoLiteral() {
    Random random = new Random(3);
    List<String> pieces =
        List.of(
            "'secret'",
            "\"secret\"",
            "x'secret'",
            "'a\\'secret'",
            "_utf8'secret'",
            "1",
            "0x1f",
            "1.5",
            "2e5",
            "-",
            "+",
            "- 1",
            "/",
            "*",
            "=",
            "<",
            ">",
            "!",
            ":",
            "&",
            "|",
            ".",
            ". 5",
            ".5",
            ",",
            "(",
            ")",
            ";",
            "?",
            "a",
            "_b",
            "t1",
            "5a",
            "@",
            "`N`",
            "null",
            "true",
            "in",
            "values",
            "value",
            "row",
            "field",
            "union",
            "union all",
            "select",
            "order by",
            "limit",
            "not",
            "-- secret\n",
            "/* c */",
            "/*!50000",
            "*/",
            "(1)",
            "(1,2)",
            "(a)",
            ",(",
            "%");
    for (int round = 0; round < 200_000; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        sql.append(pieces.get(random.nextInt(pieces.size())));
        sql.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String form = of(sql.toString());
      assertThat(form).as(sql.toString()).doesNotContain("secret");
      assertThat(of(form)).as("the form of a form, of %s", sql).isEqualTo(form);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(1,'a'),",
        "in ((1),",
        "in (",
        "union select 1 ",
        "union select a union select b ",
        "'",
        "''",
        "/*",
        "/**/",
        "`",
        "-- ",
        "#\n",
        "values (",
        "values (1),",
        "1 ",
        "a,",
        "(a,b),(a,c),"
      })
  void statementsOfMegabytesAreRead(String piece) {
    String sql = "insert t values " + piece.repeat(2_000_000 / piece.length());
    String form = of(sql);
    assertThat(form.length()).isLessThan(3 * sql.length());
    assertThat(of(form).equals(form)).isTrue();
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
