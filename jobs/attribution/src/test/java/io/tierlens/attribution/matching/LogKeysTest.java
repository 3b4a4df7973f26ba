package io.tierlens.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogKeysTest {

  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  false, false, L1C",
    "true,  true,  true,  true,  false, L1",
    "true,  true,  false, false, false, L3",
    "true,  true,  false, true,  false, L3",
    "true,  true,  true,  false, true,  L0",
    "true,  true,  false, true,  true,  L0",
    "true,  false, false, false, true,  NONE",
    "true,  false, true,  true,  false, NONE",
    "false, true,  true,  true,  true,  NONE"
  })
  void theBestLevelNeedsTimesAndKeys(
      boolean timed,
      boolean queries,
      boolean connections,
      boolean processes,
      boolean ids,
      Level level) {
    for (boolean application : new boolean[] {true, false}) {
      LogKeys keys = new LogKeys(timed, application, processes, queries, connections, ids);
      assertThat(keys.bestLevel()).isEqualTo(level);
    }
  }
}
