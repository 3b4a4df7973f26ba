package io.tierlens.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogKeysTest {

  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  false, L1C",
    "true,  true,  false, false, L5",
    "true,  true,  true,  true,  L0",
    "true,  true,  false, true,  L0",
    "true,  false, false, true,  NONE",
    "true,  false, true,  false, NONE",
    "false, true,  true,  true,  NONE"
  })
  void theBestLevelNeedsTimesAndConnections(
      boolean timed, boolean queries, boolean connections, boolean ids, Level level) {
    for (boolean application : new boolean[] {true, false}) {
      assertThat(new LogKeys(timed, application, queries, connections, ids).bestLevel())
          .isEqualTo(level);
    }
  }
}
