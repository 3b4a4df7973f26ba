package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.RunTables;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePointsTest {

  @Test
  void changesAreFoundWhereTheyAre() {
    Random random = new Random(1);
    MadeRun run = new MadeRun().ask(random, 800, 2, 0.02, 1, 0.4, null);
    int first = run.requests.size();
    run.ask(random, 700, 2, 0.02, 1.7, 0.4, null);
    int second = run.requests.size();
    run.ask(random, 900, 2, 0.02, 1, 0.4, null);
    long firstUs = run.requests.get(first).startTime();
    long secondUs = run.requests.get(second).startTime();
    List<ChangePoint> found = ChangePoints.of(run.tables("r"));
    assertThat(found).hasSize(2);
    // To a batch of the part that was cut: 75 requests.
    assertThat(found.get(0).timeUs()).isCloseTo(firstUs, within(30_000_000L));
    assertThat(found.get(1).timeUs()).isCloseTo(secondUs, within(30_000_000L));
    assertThat(found.get(0).afterUs() / found.get(0).beforeUs()).isBetween(1.5, 1.9);
    assertThat(found.get(1).afterUs() / found.get(1).beforeUs()).isBetween(0.52, 0.67);
    assertThat(found.get(1).beforeUs()).isEqualTo(found.get(0).afterUs());
    assertThat(found.get(0).run()).isEqualTo("r");
  }

  @Test
  void phasesOfATestAreNoChange() {
    Random random = new Random(2);
    RunTables run =
        new MadeRun()
            .ask(random, 600, 1, 0, 1, 0.4, "one")
            .ask(random, 600, 4, 0, 2, 0.4, "four")
            .tables("r");
    assertThat(ChangePoints.of(run)).isEmpty();
    RunTables changed =
        new MadeRun()
            .ask(random, 600, 1, 0, 1, 0.4, "one")
            .ask(random, 500, 4, 0, 1, 0.4, "four")
            .ask(random, 500, 4, 0, 2, 0.4, "four")
            .tables("r");
    assertThat(ChangePoints.of(changed)).hasSize(1).allMatch(c -> c.windowName().equals("four"));
  }

  @ParameterizedTest
  @CsvSource({"200, 0.08", "600, 0", "600, 0.08", "2000, 0", "2000, 0.08"})
  void aDriftIsNoChange(int requests, double drift) {
    int found = 0;
    int runs = 100;
    for (int seed = 0; seed < runs; seed++) {
      MadeRun run = MadeRun.plain(seed * 31L + requests, requests, drift, 1);
      found += ChangePoints.changes(Sample.of(run.requests, false)) ? 1 : 0;
    }
    // 5 percent, and what chance adds to that in so few runs.
    assertThat((double) found / runs).isLessThanOrEqualTo(0.1);
  }

  @Test
  void fewRequestsDoNotChange() {
    Random random = new Random(3);
    RunTables run =
        new MadeRun()
            .ask(random, 79, 1, 0, 1, 0.1, null)
            .ask(random, 80, 1, 0, 9, 0.1, null)
            .tables("r");
    assertThat(ChangePoints.of(run)).isEmpty();
    assertThat(ChangePoints.of(new MadeRun().tables("none"))).isEmpty();
  }

  @Test
  void equalValuesDoNotPart() {
    double[] equal = new double[32];
    assertThat(ChangePoints.contrast(equal, 16)).isZero();
    java.util.Arrays.fill(equal, 16, 32, 1);
    assertThat(ChangePoints.contrast(equal, 16)).isEqualTo(Double.MAX_VALUE);
    assertThat(ChangePoints.contrast(equal, 15)).isLessThan(Double.MAX_VALUE);
  }
}
