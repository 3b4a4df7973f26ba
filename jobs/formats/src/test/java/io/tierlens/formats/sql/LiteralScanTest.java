package io.tierlens.formats.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralScanTest {

  private final Fingerprint fingerprint = new Fingerprint();

  private boolean endsInLiteral(byte[] sql, int from, int to) {
    boolean open = LiteralScan.endsInLiteral(sql, from, to);
    fingerprint.read(sql, from, to);
    assertThat(fingerprint.endsInLiteral())
        .as(new String(sql, from, to - from, UTF_8))
        .isEqualTo(open);
    return open;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          select 1                  | false
          ^^                        | false
          select 'a'                | false
          select 'a                 | true
          select 'a''               | true
          select 'a'''              | false
          select 'a\\'              | true
          select 'a\\\\'            | false
          select "a'                | true
          select "a'"               | false
          select `a                 | true
          select `a``               | true
          select `a\\`              | false
          select a /* b             | true
          select a /* b */          | false
          select a /*/              | true
          select a /*! b            | true
          select a /*! b */         | false
          select a /*! /* */ b      | true
          select a /*M!5 b */       | false
          select a -- it's          | false
          select a --it's           | true
          select a # it's           | false
          select a */ '             | true
          values (1),('a            | true
          values (1),(`a`,/* '*/2   | false
          values (1),(2 -- ')       | false
          """)
  void statements(String sql, boolean expected) {
    byte[] bytes = ("x'" + sql + "'").getBytes(UTF_8);
    assertThat(endsInLiteral(bytes, 2, bytes.length - 1)).isEqualTo(expected);
  }

  @Test
  void agreesWithTheFingerprintOnAnything() {
    Random random = new Random(11);
    List<String> pieces =
        List.of(
            "'", "\"", "`", "\\", "/*", "*/", "/", "*", "!", "M", "+", "-", "-- ", "#", "\n", " ",
            "a", "x'", "1", "1e", "0x", ".", ",", "(", ")", "values", "\u0000", "ä");
    int open = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        sql.append(pieces.get(random.nextInt(pieces.size())));
      }
      byte[] bytes = sql.toString().getBytes(UTF_8);
      open += endsInLiteral(bytes, 0, bytes.length) ? 1 : 0;
    }
    assertThat(open).isBetween(20_000, 180_000);
  }
}
