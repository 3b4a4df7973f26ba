package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private static final String CLEAR = "\r\033[K";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(screen, true, StandardCharsets.UTF_8);

  @Test
  void aLineIsWrittenOverAndTakenAway() {
    TerminalProgress progress = TerminalProgress.of(terminal, true);
    progress.step("one", 2);
    progress.taskDone(0);
    progress.clear();
    assertThat(shown())
        .isEqualTo(CLEAR + "one, 0 of 2 (0 s)" + CLEAR + "one, 1 of 2 (0 s)" + CLEAR);
  }

  @Test
  void whatWasTakenAwayComesBackWithTheNextStepOnly() {
    TerminalProgress progress = TerminalProgress.of(terminal, true);
    progress.step("one", 0);
    progress.clear();
    screen.reset();
    progress.refresh();
    progress.taskDone(0);
    progress.clear();
    assertThat(shown()).isEmpty();
    progress.step("two", 0);
    assertThat(shown()).isEqualTo(CLEAR + "two (0 s)");
  }

  @Test
  void nothingIsShownAfterTheEnd() {
    TerminalProgress progress = TerminalProgress.of(terminal, true);
    progress.step("one", 0);
    progress.end();
    assertThat(shown()).endsWith(CLEAR);
    screen.reset();
    progress.step("two", 0);
    progress.taskDone(0);
    progress.close();
    assertThat(shown()).isEmpty();
  }

  @Test
  void nothingIsShownToThoseWhoDoNotWatch() {
    try (TerminalProgress progress = TerminalProgress.of(terminal, false)) {
      progress.step("one", 2, 100);
      progress.taskDone(1);
      progress.clear();
    }
    assertThat(shown()).isEmpty();
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
