package io.tierlens.attribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.benchmark.Accuracy.Coverage;
import io.tierlens.attribution.simulation.Simulation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The yardstick itself: it must see what is wrong. */
class AccuracyTest {
  private static final DataSet DATA =
      DataSet.of("ids", Simulation.closed(4).seed(3).requests(120).withRequestIds().run(), 0);

  @Test
  void idsTieEverythingRight() {
    Accuracy accuracy = Accuracy.of(DATA);
    assertThat(accuracy.level()).isEqualTo("L0");
    assertThat(accuracy.shareRight()).isEqualTo(1);
    assertThat(accuracy.endpointError()).isCloseTo(0, within(1e-9));
    assertThat(accuracy.requestError()).isCloseTo(0, within(1e-9));
    assertThat(accuracy.runIntervals()).isEqualTo(new Coverage(3, 3));
    assertThat(accuracy.endpointIntervals().holding())
        .isEqualTo(accuracy.endpointIntervals().stated())
        .isPositive();
  }

  /** Truth that says otherwise must show in every figure. */
  @Test
  void anotherTruthIsSeen() {
    Map<Long, Long> others = new HashMap<>(DATA.requestOfQuery());
    long first = DATA.web().get(0).key();
    int moved = 0;
    for (Map.Entry<Long, Long> entry : others.entrySet()) {
      if (entry.getValue() != first) {
        entry.setValue(first);
        moved++;
      }
    }
    Map<Long, DataSet.TrueTiers> tiers = new HashMap<>();
    DATA.requests()
        .forEach(
            (key, t) ->
                tiers.put(
                    key,
                    new DataSet.TrueTiers(
                        t.endpoint(),
                        t.durationUs(),
                        t.appUs(),
                        2 * t.dbUs(),
                        2 * t.loggedDbUs())));
    Accuracy accuracy =
        Accuracy.of(new DataSet("other", DATA.web(), DATA.app(), DATA.queries(), 0, tiers, others));
    assertThat(accuracy.shareRight()).isCloseTo(1 - (double) moved / others.size(), within(1e-9));
    assertThat(accuracy.endpointError()).isCloseTo(0.5, within(1e-9));
    assertThat(accuracy.requestError()).isCloseTo(0.5, within(1e-9));
    assertThat(accuracy.dbError()).isCloseTo(-0.5, within(1e-4));
    // Web self is still right, the other two are not.
    assertThat(accuracy.runIntervals()).isEqualTo(new Coverage(1, 3));
    assertThat(accuracy.endpointIntervals().holding())
        .isLessThan(accuracy.endpointIntervals().stated());
  }

  @Test
  void boundsThatAreNotStatedHoldEverything() {
    assertThat(Coverage.NONE.plus(null, null, 5)).isEqualTo(new Coverage(1, 1));
    assertThat(Coverage.NONE.plus(7.0, null, 5)).isEqualTo(new Coverage(0, 1));
    assertThat(Coverage.NONE.plus(null, 3.0, 5)).isEqualTo(new Coverage(0, 1));
    assertThat(Coverage.NONE.plus(4.0, 6.0, 5)).isEqualTo(new Coverage(1, 1));
  }
}
