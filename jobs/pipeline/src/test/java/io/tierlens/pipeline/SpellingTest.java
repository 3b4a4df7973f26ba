package io.tierlens.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KEYS = List.of("hosts", "logs", "windows", "time-zone");

  @ParameterizedTest
  @CsvSource({"host,hosts", "window,windows", "LOGS,logs", "timezone,time-zone", "wnidows,windows"})
  void aNearWordIsFound(String written, String meant) {
    assertThat(Spelling.nearest(written, KEYS)).contains(meant);
  }

  @Test
  void aFarWordIsNotGuessedAt() {
    assertThat(Spelling.nearest("colour", KEYS)).isEmpty();
    assertThat(Spelling.hint("colour", KEYS))
        .isEqualTo("known are hosts, logs, windows, time-zone");
  }

  @ParameterizedTest
  @CsvSource({
    "'',abc,3",
    "kitten,sitting,3",
    "flaw,lawn,2",
    "same,same,0",
    "a,b,1",
    "wbe,web,1",
    "ab,ba,1"
  })
  void distanceCountsChangesAndSwaps(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
    assertThat(Spelling.distance(b, a)).isEqualTo(distance);
  }
}
