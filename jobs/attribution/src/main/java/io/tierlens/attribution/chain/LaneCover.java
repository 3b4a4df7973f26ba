package io.tierlens.attribution.chain;

import java.util.Arrays;

/** Queries cut into the requests that their connections served. */
final class LaneCover {
  private final int[] requests;
  private final double[] margins;
  private final double score;
  private final IdleRanks ranks;

  private LaneCover(int[] requests, double[] margins, double score, IdleRanks ranks) {
    this.requests = requests;
    this.margins = margins;
    this.score = score;
    this.ranks = ranks;
  }

  /** What a search found in the end. */
  static LaneCover of(Problem problem, int[] queries, LaneSlots lanes, LaneState best) {
    int[] requestOfQuery = new int[problem.queries()];
    double[] margins = new double[problem.queries()];
    Arrays.fill(requestOfQuery, -1);
    IdleRanks ranks = new IdleRanks();
    LaneChoice[] choices = new LaneChoice[queries.length];
    double[] doubts = new double[queries.length];
    Arrays.fill(doubts, Double.POSITIVE_INFINITY);
    for (LaneChoice choice = best.choice; choice != null; choice = choice.before) {
      choices[choice.position] = choice;
      choice.spreadDoubts(doubts);
      ranks.learn(choice.idle);
    }
    LaneChoice[] serving = new LaneChoice[lanes.lanes()];
    for (int position = 0; position < queries.length; position++) {
      int lane = lanes.lane(position);
      LaneChoice choice = choices[position];
      if (choice != null && choice.request != LaneChoice.LEFT_OUT) {
        serving[lane] = choice;
      }
      boolean out = choice != null && choice.request == LaneChoice.LEFT_OUT;
      LaneChoice of = out ? choice : serving[lane];
      requestOfQuery[queries[position]] = of.request;
      margins[queries[position]] = Math.min(of.margin(), doubts[position]);
    }
    return new LaneCover(requestOfQuery, margins, best.score, ranks);
  }

  /** The request of a query of the problem, -1 for one that is left out. */
  int request(int query) {
    return requests[query];
  }

  /** By how much the best other choice is less likely (logarithm). */
  double margin(int query) {
    return margins[query];
  }

  /** How sure the query's request is, 0 to 1. */
  double certainty(int query) {
    return requests[query] < 0 ? 0 : 1 / (1 + Math.exp(-margins[query]));
  }

  /** Logarithm of the likelihood. */
  double score() {
    return score;
  }

  /** Which of the idle connections requests took. */
  IdleRanks ranks() {
    return ranks;
  }

  /** The requests of all queries of the problem. */
  int[] requests() {
    return requests.clone();
  }

  Matching matching() {
    double[] certainty = new double[requests.length];
    Arrays.setAll(certainty, this::certainty);
    return Matching.whole(requests, certainty);
  }
}
