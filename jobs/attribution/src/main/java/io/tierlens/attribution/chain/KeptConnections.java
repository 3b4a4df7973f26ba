package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * Whether connections are kept from request to request, each serving one request at a time, and
 * whether they stay with the processes of the application. This decides whether {@link
 * ProcessLanes} or {@link ConnectionLanes} can tie the queries.
 *
 * @param connections how many connections there are
 * @param told share of the queries that tell their connection
 * @param inOneRequest share of the connections whose queries all fit into one request: a connection
 *     for each request is another thing
 * @param processTold share of the requests that tell their process
 * @param oneAtATime share of these that begin after the process's request before them has ended
 * @param insideProcess of the queries during requests of known process, the share inside those of
 *     the process that its connection seems to belong to
 * @param coverable of the queries in a part of the run, the share that can be cut into requests
 *     with each connection serving one at a time
 * @param interleaved share of the queries between which and the one before on their connection the
 *     log shows queries of other connections
 * @param alongConnections how much the statement before on the connection tells of theirs, 0 to 1;
 *     NaN where all are the same
 * @param alongLog how much the statement before in the log tells
 * @param fine whether stamps are fine enough to tell by containment alone
 */
public record KeptConnections(
    int connections,
    double told,
    double inOneRequest,
    double processTold,
    double oneAtATime,
    double insideProcess,
    double coverable,
    double interleaved,
    double alongConnections,
    double alongLog,
    boolean fine) {

  /** Share of the queries that must be inside, and of those that must be coverable. */
  public static final double CONTAINED = 0.98;

  /** From here on connections are taken to serve one request each. */
  public static final double ONE_REQUEST_EACH = 0.9;

  /** Share of the queries, and of the requests, that must carry the key. */
  public static final double TOLD = 0.9;

  /** With fewer interleaved queries than this their order says little: hardly two run at once. */
  private static final double ENOUGH_INTERLEAVED = 0.4;

  /** What order must tell at least: whole seconds contain almost anything. */
  private static final double ORDER_COARSE = 0.3;

  private static final double ORDER_FINE = 0.05;

  private static final int SAMPLE = 1_500;
  private static final int WIDTH = 32;
  private static final int ROUNDS = 2;

  /** Looks at a run. */
  public static KeptConnections of(Problem problem) {
    int[] requests = LaneOrder.requests(problem);
    int[] queries = LaneOrder.queries(problem);
    ConnectionRuns runs = new ConnectionRuns(problem, queries, LaneOrder.connections(problem));
    StatementOrder order = StatementOrder.of(problem, queries);
    double inOne = share(runs.inOneRequest(requests), runs.connections());
    long processes =
        Arrays.stream(requests).filter(r -> problem.process(r) != Problem.UNKNOWN).count();
    boolean other = queries.length == 0 || inOne >= ONE_REQUEST_EACH;
    return new KeptConnections(
        runs.connections(),
        share(queries.length, problem.queries()),
        inOne,
        share(processes, requests.length),
        ProcessOrder.oneAtATime(problem, requests),
        other || processes == 0
            ? 0
            : ConnectionProcesses.of(problem, requests, queries, null).shareInside(),
        other ? 0 : coverable(problem, requests, queries),
        share(order.pairs(), queries.length),
        order.alongConnections(),
        order.alongLog(),
        LaneOrder.isFine(problem));
  }

  /** Whether {@link ProcessLanes} can tie the queries. */
  public boolean byProcess() {
    return mayBeKept()
        && processTold >= TOLD
        && oneAtATime >= CONTAINED
        && insideProcess >= CONTAINED;
  }

  /** Whether {@link ConnectionLanes} can tie the queries. */
  public boolean byConnection() {
    return mayBeKept() && coverable >= CONTAINED;
  }

  private boolean mayBeKept() {
    return told >= TOLD && inOneRequest < ONE_REQUEST_EACH && isInOrder();
  }

  /** Whether statements follow each other along connections rather than anyhow. */
  private boolean isInOrder() {
    if (Double.isNaN(alongConnections) || interleaved < ENOUGH_INTERLEAVED) {
      return true;
    }
    return alongConnections >= alongLog && alongConnections >= (fine ? ORDER_FINE : ORDER_COARSE);
  }

  private static double coverable(Problem problem, int[] requests, int[] queries) {
    int first = Math.max(0, (requests.length - SAMPLE) / 2);
    int last = Math.min(requests.length, first + SAMPLE) - 1;
    if (last < 0) {
      return 0;
    }
    long from = first == 0 ? Long.MIN_VALUE : problem.startsByUs(requests[first]);
    long to = last == requests.length - 1 ? Long.MAX_VALUE : problem.startsFromUs(requests[last]);
    int[] asked =
        Arrays.stream(requests)
            .filter(r -> problem.latestEndUs(r) >= from && problem.startsFromUs(r) <= to)
            .toArray();
    int[] ran =
        Arrays.stream(queries)
            .filter(q -> problem.endsFromUs(q) - problem.timeUs(q) >= from)
            .filter(q -> problem.endsByUs(q) <= to)
            .toArray();
    LaneCover cover = ConnectionLanes.cover(problem, asked, ran, null, WIDTH, ROUNDS);
    return share(Arrays.stream(ran).filter(q -> cover.request(q) >= 0).count(), ran.length);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
