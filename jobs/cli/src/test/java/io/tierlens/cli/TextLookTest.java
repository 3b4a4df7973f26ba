package io.tierlens.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.report.text.TextOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLookTest {

  @Test
  void colourIsForTerminalsThatWantIt() {
    assertThat(terminal(Map.of()).colour()).isTrue();
    assertThat(terminal(Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(terminal(Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(terminal(Map.of("TERM", "dumb")).colour()).isFalse();
    assertThat(terminal(Map.of("TERM", "xterm")).colour()).isTrue();
    assertThat(TextLook.of(Map.of("TERM", "xterm"), UTF_8).colour()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"100,100", "20,80", "300,120", "x,80", "'',80", "-100,80", "99999999999,80"})
  void aReportIsAsWideAsTheTerminalWithinBounds(String columns, int width) {
    assertThat(terminal(Map.of("TIERLENS_COLUMNS", columns)).width()).isEqualTo(width);
    assertThat(TextLook.of(Map.of("TIERLENS_COLUMNS", columns), UTF_8).width()).isEqualTo(80);
  }

  @Test
  void blocksAreForCharsetsThatHaveThem() {
    assertThat(terminal(Map.of()).unicode()).isTrue();
    assertThat(TextLook.of(Map.of(), US_ASCII).unicode()).isFalse();
  }

  private static TextOptions terminal(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TIERLENS_STDOUT_IS_TERMINAL", "yes");
    return TextLook.of(all, UTF_8);
  }
}
