package io.tierlens.cli.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void plainTextIsLeftAlone() {
    String text = "GET /caf\u00e9/{sku}.html \ud83d\ude00";
    assertThat(Printable.text(text)).isSameAs(text);
  }

  @Test
  void whatDrivesATerminalOrHidesTextIsSpelt() {
    assertThat(Printable.text("a\u001b[31mb\nc\u0000\u007f"))
        .isEqualTo("a\\u001b[31mb\\u000ac\\u0000\\u007f");
    assertThat(Printable.text("x\u202ey")).isEqualTo("x\\u202ey");
    assertThat(Printable.text("half \ud83d end")).isEqualTo("half \\ud83d end");
    assertThat(Printable.text("\ufffe")).isEqualTo("\\ufffe");
  }

  @Test
  void asciiSpellsTheRest() {
    assertThat(Printable.ascii("caf\u00e9 \ud83d\ude00")).isEqualTo("caf\\u00e9 \\ud83d\\ude00");
  }

  @Test
  void aLongTextLosesItsMiddle() {
    assertThat(Printable.fit("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Printable.fit("abcdefghijk", 10)).isEqualTo("abcd..hijk");
    // A face takes two columns.
    String faces = "\ud83d\ude00".repeat(12);
    assertThat(Printable.fit(faces, 10))
        .isEqualTo("\ud83d\ude00".repeat(2) + ".." + "\ud83d\ude00".repeat(2));
  }

  @Test
  void aLongTextLosesItsEnd() {
    assertThat(Printable.head("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Printable.head("abcdefghijk", 10)).isEqualTo("abcdefgh..");
    assertThat(Printable.head("\ud83d\ude00".repeat(12), 9))
        .isEqualTo("\ud83d\ude00".repeat(3) + "..");
  }
}
