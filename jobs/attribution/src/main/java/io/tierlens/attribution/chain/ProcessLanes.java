package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.stream.IntStream;

/** L1 draft. */
public final class ProcessLanes {
  private static final int WIDTH = 32;
  private static final int ROUNDS = 4;

  private final Problem problem;
  private final int[] requests;
  private final int[] queries;
  private final ConnectionProcesses processes;
  private final int[][] requestsOf;
  private final int[][] queriesOf;
  private final long[] laneOfQuery;
  private int[] requestOfQuery;
  private final double[] margins;
  private PageModel learnt;

  private ProcessLanes(Problem problem, PageModel known) {
    this.problem = problem;
    requests = LaneOrder.requests(problem);
    queries = LaneOrder.queries(problem);
    processes = ConnectionProcesses.of(problem, requests, queries, known);
    requestsOf = processes.requestsByProcess(requests);
    queriesOf = processes.queriesByProcess(queries);
    laneOfQuery = IntStream.range(0, problem.queries()).mapToLong(processes::process).toArray();
    requestOfQuery = new int[problem.queries()];
    margins = new double[problem.queries()];
  }

  public static Matching match(Problem problem) {
    return match(problem, null);
  }

  public static Matching match(Problem problem, PageModel known) {
    ProcessLanes lanes = new ProcessLanes(problem, known);
    lanes.search(known);
    if (known == null && lanes.processes.isDoubtful()) {
      // What pages run is known better now, and with it whose a connection is.
      lanes = new ProcessLanes(problem, lanes.learnt);
      lanes.search(null);
    }
    return lanes.matching();
  }

  private void search(PageModel known) {
    if (known != null) {
      pass(known);
      return;
    }
    learnt = new PageModel(problem.statementNames().size());
    for (int p = 0; p < requestsOf.length; p++) {
      new ConnectionRuns(problem, queriesOf[p], laneOfQuery)
          .learnFirst(learnt, requestsOf[p], true);
    }
    int[] before = null;
    for (int round = 0; round < ROUNDS && !Arrays.equals(before, requestOfQuery); round++) {
      before = requestOfQuery;
      pass(learnt);
      learnt = LaneOrder.learn(problem, requests, queries, requestOfQuery, true);
    }
  }

  private void pass(PageModel model) {
    requestOfQuery = new int[problem.queries()];
    Arrays.fill(requestOfQuery, -1);
    LaneEvidence evidence = new LaneEvidence(problem, model, true);
    for (int p = 0; p < requestsOf.length; p++) {
      if (queriesOf[p].length > 0) {
        LaneCover cover =
            LaneSearch.run(problem, requestsOf[p], queriesOf[p], laneOfQuery, evidence, WIDTH);
        for (int query : queriesOf[p]) {
          requestOfQuery[query] = cover.requests()[query];
          margins[query] = cover.margins()[query];
        }
      }
    }
  }

  private Matching matching() {
    double[] certainty = new double[problem.queries()];
    for (int q = 0; q < certainty.length; q++) {
      certainty[q] =
          requestOfQuery[q] < 0 ? 0 : processes.certainty(q) / (1 + Math.exp(-margins[q]));
    }
    return Matching.whole(requestOfQuery, certainty);
  }
}
