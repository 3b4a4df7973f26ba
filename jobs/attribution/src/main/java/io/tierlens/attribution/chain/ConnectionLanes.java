package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * Ties queries that tell their connection to requests that tell nothing: a connection serves one
 * request at a time, a request uses one connection, so that a request's queries are the whole run
 * of queries that some connection has inside it. Which one, the page's usual statements tell, and
 * that every query must be of some request.
 *
 * <p>What pages run is learnt from the run itself, unless it is known from elsewhere. With stamps
 * in whole seconds that works only where few requests run at once; a model learnt from a run with
 * one client helps much there.
 */
public final class ConnectionLanes {
  private static final int WIDTH = 64;

  /** Whole seconds leave far more open. */
  private static final int COARSE_WIDTH = 192;

  private static final int ROUNDS = 4;

  private ConnectionLanes() {}

  /** Ties the queries; those without a connection are of no request. */
  public static Matching match(Problem problem) {
    return match(problem, null);
  }

  /**
   * Ties the queries.
   *
   * @param known what the pages run, in the problem's own numbers; null if only the run can tell
   */
  public static Matching match(Problem problem, PageModel known) {
    int[] requests = LaneOrder.requests(problem);
    int[] queries = LaneOrder.queries(problem);
    int width = LaneOrder.isFine(problem) ? WIDTH : COARSE_WIDTH;
    return cover(problem, requests, queries, known, width, ROUNDS).matching();
  }

  /** Cuts some queries into some requests, both in the order of a search. */
  static LaneCover cover(
      Problem problem, int[] requests, int[] queries, PageModel known, int width, int rounds) {
    boolean fine = LaneOrder.isFine(problem);
    PageModel model = known;
    if (known == null) {
      model = new PageModel(problem.statementNames().size());
      new ConnectionRuns(problem, queries, LaneOrder.connections(problem))
          .learnFirst(model, requests, true);
    }
    LaneCover cover = null;
    int[] before = null;
    for (int round = 0; round < rounds; round++) {
      LaneEvidence evidence = new LaneEvidence(problem, model, true);
      if (cover != null && fine) {
        evidence.withGaps(cover.requests(), queries).withRanks(cover.ranks());
      }
      cover =
          LaneSearch.run(
              problem, requests, queries, LaneOrder.connections(problem), evidence, width);
      int[] found = cover.requests();
      if (Arrays.equals(before, found) || (known != null && !fine)) {
        break;
      }
      before = found;
      if (known == null) {
        model = LaneOrder.learn(problem, requests, queries, found, true);
      }
    }
    return cover;
  }
}
