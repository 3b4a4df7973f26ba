package io.tierlens.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static List<String> split(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Tokens tokens = new Tokens();
    tokens.split(bytes, 0, bytes.length);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      words.add(tokens.string(i));
    }
    return words;
  }

  @Test
  void cutsAtBlanksAndTabs() {
    assertThat(split("  a \t b平均  c")).containsExactly("a", "b平均", "c");
    assertThat(split(" \t ")).isEmpty();
  }

  @Test
  void coloursAreBlanks() {
    assertThat(split("\u001b[34;22m10:00:00\u001b[0m  all \u001b[31;1m0.50\u001b[0m"))
        .containsExactly("10:00:00", "all", "0.50");
    assertThat(split("a\u001b")).containsExactly("a");
    assertThat(split("a\u001b[3")).containsExactly("a");
  }

  @Test
  void coloursWithinAWordDoNotPartIt() {
    assertThat(
            split(
                "\u001b[0m17:03:12   \u001b[35;1m     35.0\u001b[0mM\u001b[34;22m     0\u001b[0m%"))
        .containsExactly("17:03:12", "35.0M", "0%");
    assertThat(split("2.5\u001b[0m%\u001b[32;22m /mnt/my disk\u001b[0m\u001b[K"))
        .containsExactly("2.5%", "/mnt/my", "disk", "K");
  }

  @Test
  void coloursWithinColoursTakeNoMoreThanTheirShare() {
    String nested = "x" + "\u001b[".repeat(100_000) + "0m".repeat(100_000);
    assertThat(split(nested)).startsWith("x");
  }

  @Test
  void theRestOfALineIsAsPrinted() {
    byte[] line = "10:00:00  a \t b ".getBytes(StandardCharsets.UTF_8);
    Tokens tokens = new Tokens();
    tokens.split(line, 0, line.length);
    assertThat(new String(tokens.from(1), StandardCharsets.UTF_8)).isEqualTo("a \t b");
    assertThat(tokens.equalFrom(1, tokens.from(1))).isTrue();
    assertThat(tokens.equalFrom(1, tokens.from(0))).isFalse();
    assertThat(tokens.equalFrom(1, tokens.from(2))).isFalse();
  }

  @Test
  void holdsAnyNumberOfTokens() {
    assertThat(split("x ".repeat(1000))).hasSize(1000);
  }
}
