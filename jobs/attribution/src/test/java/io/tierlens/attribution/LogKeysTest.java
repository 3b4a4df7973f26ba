package io.tierlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogKeysTest {

  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  L1C",
    "true,  true,  false, L5",
    "true,  false, false, NONE",
    "true,  false, true,  NONE",
    "false, true,  true,  NONE"
  })
  void theBestLevelNeedsTimesAndConnections(
      boolean timed, boolean queries, boolean connections, Level level) {
    for (boolean application : new boolean[] {true, false}) {
      assertThat(new LogKeys(timed, application, queries, connections).bestLevel())
          .isEqualTo(level);
    }
  }
}
