package io.tierlens.attribution.chain;

import java.util.Arrays;

/** L2 draft. */
public final class ConnectionLanes {
  private ConnectionLanes() {}

  public static boolean verbose;

  public static Matching match(Problem problem) {
    return match(problem, null);
  }

  public static Matching match(Problem problem, PageModel known) {
    return match(problem, known, 64, 3);
  }

  public static Matching match(Problem problem, PageModel known, int width, int rounds) {
    int[] requests = LaneOrder.requests(problem);
    int[] queries = LaneOrder.queries(problem);
    ConnectionRuns runs = new ConnectionRuns(problem, queries, LaneOrder.connections(problem));
    PageModel model = known;
    if (known == null) {
      model = new PageModel(problem.statementNames().size());
      runs.learnFirst(model, requests, true);
    }
    boolean fine = LaneOrder.isFine(problem);
    LaneCover cover = null;
    int[] before = null;
    for (int round = 0; round < rounds; round++) {
      LaneEvidence evidence = new LaneEvidence(problem, model, true);
      if (cover != null && fine) {
        evidence.withGaps(cover.requests(), queries);
      }
      cover = LaneSearch.run(problem, requests, queries, LaneOrder.connections(problem), evidence, width);
      if (verbose) {
        System.out.println("  round " + round + " score " + cover.score());
      }
      if (Arrays.equals(before, cover.requests())) {
        break;
      }
      before = cover.requests();
      if (known == null) {
        model = LaneOrder.learn(problem, requests, queries, cover.requests(), true);
      }
    }
    double[] certainty = new double[problem.queries()];
    for (int q = 0; q < certainty.length; q++) {
      certainty[q] = cover.requests()[q] < 0 ? 0 : 1 / (1 + Math.exp(-cover.margins()[q]));
    }
    return Matching.whole(cover.requests(), certainty);
  }
}
