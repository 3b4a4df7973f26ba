package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IdleRanksTest {
  private static final Problem PROBLEM =
      Problem.builder()
          .request(100, 100, 50, "page", null)
          .request(400, 400, 50, "page", null)
          .build();

  private static LaneState idleSince(long... since) {
    LaneState state = new LaneState(since.length, 2);
    System.arraycopy(since, 0, state.idleSince, 0, since.length);
    return state;
  }

  @Test
  void laterOnesAreCounted() {
    LaneState state = idleSince(10, 30, 20, LaneState.NEVER);

    int first = IdleRanks.choice(PROBLEM, state, 1, 200);
    int last = IdleRanks.choice(PROBLEM, state, 0, 200);
    IdleRanks ranks = new IdleRanks();
    for (int i = 0; i < 97; i++) {
      ranks.learn(first);
    }

    // Of three idle lanes always the one that was so last.
    assertThat(ranks.of(first)).isCloseTo(Math.log(3 * 98 / 100.0), within(1e-9));
    assertThat(ranks.of(last)).isCloseTo(Math.log(3 / 100.0), within(1e-9));
    assertThat(IdleRanks.choice(PROBLEM, state, 3, 200)).isEqualTo(IdleRanks.UNKNOWN);
  }

  @Test
  void lanesThatServeAreIdleBeforeAndAfter() {
    LaneState state = idleSince(10, LaneState.NEVER);
    state.put(1, new LaneBinding(0, 0, 100, 100, 0, 0, 0, 20, 0));

    // Idle since 20 before its request at 100, busy to 150, idle since then.
    assertThat(IdleRanks.choice(PROBLEM, state, 0, 99)).isEqualTo(2 * 8 + 1);
    assertThat(IdleRanks.choice(PROBLEM, state, 0, 120)).isEqualTo(IdleRanks.UNKNOWN);
    assertThat(IdleRanks.choice(PROBLEM, state, 0, 150)).isEqualTo(2 * 8 + 1);
    assertThat(IdleRanks.choice(PROBLEM, state, 1, 150)).isEqualTo(2 * 8);
  }

  @Test
  void nothingLearntSaysNothing() {
    assertThat(new IdleRanks().of(3 * 8 + 1)).isZero();
    assertThat(new IdleRanks().of(IdleRanks.UNKNOWN)).isZero();
  }
}
