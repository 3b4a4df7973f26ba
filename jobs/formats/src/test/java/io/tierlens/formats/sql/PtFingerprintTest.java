package io.tierlens.formats.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PtFingerprintTest {

  /** Statement, fingerprint and id, as pt-query-digest 3.2.1 printed them. */
  private static List<String> recorded() throws IOException {
    try (InputStream file = PtFingerprintTest.class.getResourceAsStream("pt-fingerprints.tsv")) {
      return new String(file.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @Test
  void saysWhatTheToolSays() throws IOException {
    List<String> lines = recorded();
    assertThat(lines).hasSizeGreaterThan(300);
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines) {
      List<String> fields = List.of(line.split("\t", -1));
      String statement = fields.get(0).translateEscapes();
      softly
          .assertThat(PtFingerprint.fingerprint(statement))
          .as(fields.get(0))
          .isEqualTo(fields.get(1).translateEscapes());
      softly.assertThat(PtFingerprint.id(statement)).as(fields.get(0)).isEqualTo(fields.get(2));
    }
    softly.assertAll();
  }

  /** Would overflow the stack or never come back if a step were not linear. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(1),",
        "'x',",
        "\"",
        "'",
        "/*",
        "/**/",
        "--",
        "#",
        "# ",
        "\\'",
        " union select a",
        "((",
        "in (1) ",
        "order by a asc ",
        " asc",
        "limit 1,2 ",
        "x.1",
        "- ",
        "select a union ",
        "null ",
        "select 1 union select 2 union all "
      })
  void statementsOfMegabytesAreRead(String piece) {
    String statement = "insert into t " + piece.repeat(2_000_000 / piece.length());
    assertThat(PtFingerprint.fingerprint(statement)).isNotNull();
  }

  @Test
  void armsThatDifferAtTheirEndsAreGivenUpInTime() {
    StringBuilder statement = new StringBuilder("select z");
    for (int i = 0; i < 20_000; i++) {
      String end = Integer.toBinaryString(i + (1 << 15)).replace('0', 'g').replace('1', 'h');
      statement.append(" union select ").append("a".repeat(80)).append(end);
    }
    String fingerprint = PtFingerprint.fingerprint(statement.toString());
    assertThat(fingerprint.equals(statement.toString())).isTrue();
  }
}
