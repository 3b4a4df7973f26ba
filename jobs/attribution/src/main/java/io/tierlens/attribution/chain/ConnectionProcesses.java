package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which process each connection belongs to, told by whose requests its queries lie in. A connection
 * may come to another process (a worker has been replaced, an id is used again), and a process to
 * another connection (it was opened again).
 */
final class ConnectionProcesses {
  /** Queries of a connection that lie outside its process's requests by some defect. */
  private static final double DEFECT = 0.005;

  /** Logarithm of the odds against a connection's change to another process at some query. */
  private static final double CHANGE = 14;

  /** What speaks against two connections of one process at once, likewise. */
  private static final double AT_ONCE = 10;

  /** What a query outside a process's requests costs, if a request of unknown process holds it. */
  private static final double PERHAPS = -1;

  /** With less between the best two, what pages run is asked too. */
  private static final double SURE = 20;

  /** How many queries outside a connection's change of process counts for. */
  private static final int OUTSIDE_BY_CHANGE = 5;

  private final Problem problem;
  private final ConnectionRuns runs;
  private final ProcessIndex processes;
  private final int[] processOfQuery;
  private final double[] certainty;
  private final BusySpans busy = new BusySpans();
  private final double hit;
  private final double miss;
  private final Map<Integer, Map<Integer, Double>> chainScores = new HashMap<>();
  private ChainLikelihood chains;
  private long inside;
  private long during;

  /** A process that the connection has been at since one of its queries. */
  private record Stay(int process, int since, Stay before) {}

  private static final class Way {
    final Stay stay;
    double score;

    Way(Stay stay, double score) {
      this.stay = stay;
      this.score = score;
    }
  }

  private ConnectionProcesses(Problem problem, ConnectionRuns runs) {
    this.problem = problem;
    this.runs = runs;
    this.processes = new ProcessIndex(problem);
    this.processOfQuery = new int[problem.queries()];
    this.certainty = new double[problem.queries()];
    Arrays.fill(processOfQuery, -1);
    double byAccident = processes.shareByAccident();
    hit = Math.log((1 - DEFECT) / byAccident);
    miss = Math.log(DEFECT / (1 - byAccident));
  }

  /** Finds the process of every connection, over time. */
  static ConnectionProcesses of(Problem problem, int[] requests, int[] queries, PageModel known) {
    ConnectionRuns runs = new ConnectionRuns(problem, queries, LaneOrder.connections(problem));
    ConnectionProcesses found = new ConnectionProcesses(problem, runs);
    int connections = runs.connections();
    double[] margin = new double[connections];
    for (int c = 0; c < connections; c++) {
      margin[c] = found.place(c, false);
    }
    if (Arrays.stream(margin).anyMatch(m -> m < SURE)) {
      found.chains =
          new ChainLikelihood(
              problem,
              found.requestsByProcess(requests),
              known == null ? firstModel(problem, runs, requests) : known);
      for (int c = 0; c < connections; c++) {
        margin[c] = margin[c] < SURE ? found.place(c, false) : margin[c];
      }
    }
    Integer[] surestFirst = new Integer[connections];
    Arrays.setAll(surestFirst, c -> c);
    Arrays.sort(
        surestFirst, Comparator.<Integer>comparingDouble(c -> -margin[c]).thenComparingInt(c -> c));
    for (int c : surestFirst) {
      found.place(c, true);
    }
    return found;
  }

  private static PageModel firstModel(Problem problem, ConnectionRuns runs, int[] requests) {
    PageModel model = new PageModel(problem.statementNames().size());
    runs.learnFirst(model, requests, true);
    return model;
  }

  /** Number of the process that ran the query, by its connection; -1 for none. */
  int process(int query) {
    return processOfQuery[query];
  }

  /** How sure that is, 0 to 1. */
  double certainty(int query) {
    return certainty[query];
  }

  /** Whether for some connections what pages run had to tell. */
  boolean isDoubtful() {
    return chains != null;
  }

  /** The requests of each process, in the order given. */
  int[][] requestsByProcess(int[] requests) {
    return Groups.of(requests, processes.count(), processes::processOfRequest);
  }

  /** The queries of each process, likewise. */
  int[][] queriesByProcess(int[] queries) {
    return Groups.of(queries, processes.count(), query -> processOfQuery[query]);
  }

  /**
   * Of the queries during any process's requests, the share in those of their connection's; those
   * that can be of a request of unknown process are not asked.
   */
  double shareInside() {
    return during == 0 ? 0 : Math.max(0, (double) inside / during);
  }

  /** Gives by how much the best way is better than the best that ends at another process. */
  private double place(int connection, boolean forGood) {
    int[] queries = runs.queries(connection);
    List<Way> ways = new ArrayList<>();
    boolean[] has = new boolean[processes.count()];
    for (int i = 0; i < queries.length; i++) {
      int[] holding = processes.holding(queries[i]);
      double outside = processes.perhapsHeld(queries[i]) ? PERHAPS : miss;
      Way best = best(ways, -1);
      double bestScore = best == null ? 0 : best.score;
      double anew = best == null ? 0 : best.score - CHANGE;
      for (int process : holding) {
        has[process] = true;
      }
      List<Way> next = new ArrayList<>();
      int entering = holding.length;
      boolean[] known = new boolean[entering];
      for (Way way : ways) {
        double score = way.score + (has[way.stay.process] ? hit : outside);
        double enters = enters(anew, way.stay.process, queries[i]);
        int at = Arrays.binarySearch(holding, way.stay.process);
        // Below that it is as good to come anew.
        if (at < 0 ? way.score > bestScore - 2 * CHANGE : way.score >= enters) {
          way.score = score;
          next.add(way);
          if (at >= 0) {
            known[at] = true;
          }
        }
      }
      for (int k = 0; k < entering; k++) {
        has[holding[k]] = false;
        if (!known[k]) {
          Stay stay = new Stay(holding[k], i, best == null ? null : best.stay);
          next.add(new Way(stay, enters(anew, holding[k], queries[i]) + hit));
        }
      }
      ways = next;
    }
    Way best = best(ways, -1);
    if (best == null) {
      return 0;
    }
    addChains(connection, ways, best.score);
    best = best(ways, -1);
    Way other = best(ways, best.stay.process);
    double margin = other == null ? Double.POSITIVE_INFINITY : best.score - other.score;
    if (forGood) {
      keep(queries, best.stay, 1 / (1 + Math.exp(-margin)));
    }
    return margin;
  }

  private void addChains(int connection, List<Way> ways, double best) {
    if (chains == null) {
      return;
    }
    List<Way> likely = new ArrayList<>(ways);
    likely.removeIf(way -> way.score < best - SURE - AT_ONCE || way.stay.before != null);
    if (likely.size() < 2) {
      return;
    }
    for (Way way : likely) {
      way.score +=
          chainScores
              .computeIfAbsent(connection, c -> new HashMap<>())
              .computeIfAbsent(
                  way.stay.process, process -> chains.of(runs.queries(connection), process));
    }
    // The others are not compared by their chains, and have lost.
    double least = likely.stream().mapToDouble(way -> way.score).min().orElse(0);
    for (Way way : ways) {
      if (!likely.contains(way)) {
        way.score = Math.min(way.score, least - SURE);
      }
    }
  }

  private double enters(double score, int process, int query) {
    return busy.isBusy(process, problem.endsFromUs(query)) ? score - AT_ONCE : score;
  }

  private static Way best(List<Way> ways, int except) {
    Way best = null;
    for (Way way : ways) {
      if (way.stay.process != except && (best == null || way.score > best.score)) {
        best = way;
      }
    }
    return best;
  }

  private void keep(int[] queries, Stay last, double sure) {
    int to = queries.length;
    for (Stay stay = last; stay != null; stay = stay.before) {
      int from = stay.before == null ? 0 : stay.since;
      busy.add(stay.process, problem.endsFromUs(queries[from]), problem.endsByUs(queries[to - 1]));
      for (int i = from; i < to; i++) {
        processOfQuery[queries[i]] = stay.process;
        certainty[queries[i]] = sure;
        int[] holding = processes.holding(queries[i]);
        boolean fits = Arrays.binarySearch(holding, stay.process) >= 0;
        boolean perhaps = processes.perhapsHeld(queries[i]);
        during += fits || (holding.length > 0 && !perhaps) ? 1 : 0;
        inside += fits ? 1 : 0;
      }
      // Who changes all the time fits anywhere.
      inside -= stay.before == null ? 0 : OUTSIDE_BY_CHANGE;
      to = from;
    }
  }
}
