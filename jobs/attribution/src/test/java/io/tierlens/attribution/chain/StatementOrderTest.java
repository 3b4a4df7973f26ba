package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementOrderTest {
  /** Two connections in turn, each going through a circle of statements on its own. */
  private static StatementOrder order(boolean alongConnections) {
    Random random = new Random(2);
    Problem.Builder builder = Problem.builder();
    int[] next = {0, 1};
    for (int i = 0; i < 4_000; i++) {
      int connection = i % 2;
      int of = alongConnections ? connection : 0;
      builder.query(i, i, 1, "statement " + next[of], (long) connection);
      // Not the same steps for both, or the one would tell the other.
      next[of] = (next[of] + (random.nextInt(10) == 0 ? 2 : 1)) % 5;
    }
    Problem problem = builder.build();
    return StatementOrder.of(problem, LaneOrder.queries(problem));
  }

  @Test
  void tellsConnectionsFromTheLog() {
    StatementOrder kept = order(true);
    assertThat(kept.pairs()).isEqualTo(3_998);
    // One step of ten goes another way: 1 - H(0.1) / log 5.
    assertThat(kept.alongConnections()).isCloseTo(0.798, within(0.02));
    assertThat(kept.alongLog()).isLessThan(0.2);

    StatementOrder anyhow = order(false);
    assertThat(anyhow.alongLog()).isCloseTo(0.798, within(0.02));
    assertThat(anyhow.alongConnections()).isCloseTo(0.65, within(0.05));
  }

  @Test
  void oneConnectionInARowIsNoPair() {
    Problem problem = Problem.builder().query(1, 1, 1, "a", 1L).query(2, 2, 1, "b", 1L).build();

    StatementOrder order = StatementOrder.of(problem, LaneOrder.queries(problem));

    assertThat(order.pairs()).isZero();
    assertThat(order.alongConnections()).isNaN();
  }
}
