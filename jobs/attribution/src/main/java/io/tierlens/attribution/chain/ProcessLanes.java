package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ties queries that tell their connection to requests that tell their process: a process keeps a
 * connection of its own, so that only the requests of one process compete for a query. With stamps
 * in microseconds containment then decides alone; with whole seconds the process's queries, in
 * their order, are cut into runs that its requests take in their order, as their pages' usual
 * statements tell.
 *
 * <p>Requests that do not tell their process share what is left, as in {@link ConnectionLanes}.
 */
public final class ProcessLanes {
  private static final int WIDTH = 32;
  private static final int LEFTOVER_WIDTH = 64;
  private static final int ROUNDS = 4;

  private final Problem problem;
  private final int[] requests;
  private final int[] queries;
  private final ConnectionProcesses processes;
  private final int[][] requestsOf;
  private final int[][] queriesOf;
  private final long[] laneOfQuery;
  private final int[] requestOfQuery;
  private final double[] certainty;
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
    certainty = new double[problem.queries()];
    Arrays.fill(requestOfQuery, -1);
  }

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
    ProcessLanes lanes = new ProcessLanes(problem, known);
    lanes.tie(known);
    if (known == null && lanes.processes.isDoubtful()) {
      // What pages run is known better now, and with it whose a connection is.
      PageModel learnt = lanes.learnt;
      lanes = new ProcessLanes(problem, learnt);
      lanes.tie(null);
    }
    lanes.tieLeftovers(known);
    return Matching.whole(lanes.requestOfQuery, lanes.certainty);
  }

  private void tie(PageModel known) {
    if (known != null) {
      pass(known);
      return;
    }
    learnt = new PageModel(problem.statementNames().size());
    for (int process = 0; process < requestsOf.length; process++) {
      new ConnectionRuns(problem, queriesOf[process], laneOfQuery)
          .learnFirst(learnt, requestsOf[process], true);
    }
    int[] before = null;
    for (int round = 0; round < ROUNDS && !Arrays.equals(before, requestOfQuery); round++) {
      before = requestOfQuery.clone();
      pass(learnt);
      learnt = LaneOrder.learn(problem, requests, queries, requestOfQuery, true);
    }
  }

  private void pass(PageModel model) {
    LaneEvidence evidence = new LaneEvidence(problem, model, true);
    for (int process = 0; process < requestsOf.length; process++) {
      int[] own = queriesOf[process];
      if (own.length > 0) {
        keep(LaneSearch.run(problem, requestsOf[process], own, laneOfQuery, evidence, WIDTH), own);
      }
    }
  }

  private void keep(LaneCover cover, int[] of) {
    for (int query : of) {
      requestOfQuery[query] = cover.request(query);
      certainty[query] =
          processes.process(query) < 0
              ? cover.certainty(query)
              : processes.certainty(query) * cover.certainty(query);
    }
  }

  private void tieLeftovers(PageModel known) {
    int[] anonymous =
        Arrays.stream(requests).filter(r -> problem.process(r) == Problem.UNKNOWN).toArray();
    int[] left = Arrays.stream(queries).filter(query -> requestOfQuery[query] < 0).toArray();
    if (anonymous.length > 0 && left.length > 0) {
      PageModel model = known == null ? learnt : known;
      LaneEvidence evidence = new LaneEvidence(problem, model, true);
      long[] connections = LaneOrder.connections(problem);
      keep(LaneSearch.run(problem, anonymous, left, connections, evidence, LEFTOVER_WIDTH), left);
    }
  }
}
