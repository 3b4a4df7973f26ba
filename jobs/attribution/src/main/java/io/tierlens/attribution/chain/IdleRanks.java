package io.tierlens.attribution.chain;

/**
 * Which of the idle connections a request takes: servers that hand work to the worker that became
 * idle last, or first, are common. It is learnt from what was found, and says nothing where the
 * choice looks random.
 */
final class IdleRanks {
  private static final int MOST = 8;
  private static final double UNSEEN = 1;

  /** Where nothing can be said. */
  static final int UNKNOWN = -1;

  private final double[][] counts = new double[MOST + 1][MOST];
  private final double[] totals = new double[MOST + 1];

  /** Learns what choices had to choose from, as {@link #of} told. */
  void learn(int choice) {
    if (choice != UNKNOWN) {
      counts[choice / MOST][choice % MOST]++;
      totals[choice / MOST]++;
    }
  }

  /** Logarithm of how much likelier the choice is than a random one. */
  double of(int choice) {
    if (choice == UNKNOWN) {
      return 0;
    }
    int idle = choice / MOST;
    double share = (counts[idle][choice % MOST] + UNSEEN) / (totals[idle] + UNSEEN * idle);
    return Math.log(share * idle);
  }

  /**
   * How many lanes of the state are idle when the request starts, and how many of them became idle
   * after the lane it takes.
   */
  static int choice(Problem problem, LaneState state, int lane, long start) {
    long since = idleSince(problem, state, lane, start);
    if (since == LaneState.NEVER) {
      return UNKNOWN;
    }
    int idle = 0;
    int later = 0;
    for (int other = 0; other < state.lanes.length; other++) {
      long otherSince = idleSince(problem, state, other, start);
      if (otherSince != LaneState.NEVER) {
        idle++;
        later += otherSince > since ? 1 : 0;
      }
    }
    return idle < 2 || idle > MOST ? UNKNOWN : idle * MOST + later;
  }

  private static long idleSince(Problem problem, LaneState state, int lane, long instant) {
    LaneBinding serving = state.lanes[lane];
    if (serving == null) {
      return state.idleSince[lane] <= instant ? state.idleSince[lane] : LaneState.NEVER;
    }
    if (problem.startsFromUs(serving.request) > instant) {
      return serving.idleBefore <= instant ? serving.idleBefore : LaneState.NEVER;
    }
    long end = problem.startsFromUs(serving.request) + problem.durationUs(serving.request);
    return end <= instant ? end : LaneState.NEVER;
  }
}
