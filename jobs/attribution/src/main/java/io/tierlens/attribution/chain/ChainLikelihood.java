package io.tierlens.attribution.chain;

import java.util.Arrays;

/** How well the queries of a connection go together with the requests of a process, by chains. */
final class ChainLikelihood {
  private static final int WIDTH = 8;

  private final Problem problem;
  private final int[][] requestsOfProcess;
  private final long[] laneOfQuery;
  private final LaneEvidence evidence;

  /** Takes requests by process in order of their earliest starts. */
  ChainLikelihood(Problem problem, int[][] requestsOfProcess, PageModel model) {
    this.problem = problem;
    this.requestsOfProcess = requestsOfProcess;
    this.laneOfQuery = new long[problem.queries()];
    this.evidence = new LaneEvidence(problem, model, true);
  }

  /** Logarithm; only those of one connection can be compared. */
  double of(int[] queries, int process) {
    long from = problem.endsFromUs(queries[0]) - problem.timeUs(queries[0]);
    long to = problem.endsByUs(queries[queries.length - 1]);
    int[] requests =
        Arrays.stream(requestsOfProcess[process])
            .filter(r -> problem.latestEndUs(r) >= from && problem.startsFromUs(r) <= to)
            .toArray();
    LaneCover cover = LaneSearch.run(problem, requests, queries, laneOfQuery, evidence, WIDTH);
    boolean[] served = new boolean[problem.requests()];
    for (int query : queries) {
      if (cover.request(query) >= 0) {
        served[cover.request(query)] = true;
      }
    }
    double score = cover.score();
    for (int request : requests) {
      // Before its first and after its last query the connection may have been closed.
      if (!served[request]
          && (problem.startsFromUs(request) < problem.endsByUs(queries[0])
              || problem.latestEndUs(request) > problem.endsFromUs(queries[queries.length - 1]))) {
        score -= evidence.none(request);
      }
    }
    return score;
  }
}
