package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries of each connection, and what of them can be of a request as a whole. */
final class ConnectionRuns {
  private final Problem problem;
  private final List<int[]> runs = new ArrayList<>();
  private final long[] firstStart;
  private final long[] lastEnd;

  /** Takes queries in the order of the search. */
  ConnectionRuns(Problem problem, int[] queries, long[] laneOfQuery) {
    this.problem = problem;
    Map<Long, List<Integer>> byConnection = new HashMap<>();
    List<List<Integer>> inOrder = new ArrayList<>();
    for (int query : queries) {
      byConnection
          .computeIfAbsent(
              laneOfQuery[query],
              id -> {
                List<Integer> run = new ArrayList<>();
                inOrder.add(run);
                return run;
              })
          .add(query);
    }
    for (List<Integer> run : inOrder) {
      runs.add(run.stream().mapToInt(Integer::intValue).toArray());
    }
    firstStart = new long[runs.size()];
    lastEnd = new long[runs.size()];
    for (int c = 0; c < firstStart.length; c++) {
      int[] run = runs.get(c);
      firstStart[c] = problem.endsFromUs(run[0]) - problem.timeUs(run[0]);
      lastEnd[c] = problem.endsByUs(run[run.length - 1]);
    }
  }

  int connections() {
    return firstStart.length;
  }

  /** The connection's queries in order. */
  int[] queries(int connection) {
    return runs.get(connection);
  }

  /**
   * What the pages run, as all connections tell that can have served them: each request's chain is
   * looked for on every connection that has a whole run of queries inside it.
   *
   * @param requests in order of their earliest starts
   */
  void learnFirst(PageModel model, int[] requests, boolean pagesApart) {
    Integer[] byStart = new Integer[connections()];
    Arrays.setAll(byStart, c -> c);
    Arrays.sort(byStart, Comparator.comparingLong(c -> firstStart[c]));
    List<Integer> alive = new ArrayList<>();
    int next = 0;
    for (int request : requests) {
      while (next < byStart.length && firstStart[byStart[next]] <= problem.latestEndUs(request)) {
        alive.add(byStart[next++]);
      }
      alive.removeIf(c -> lastEnd[c] < problem.startsFromUs(request));
      List<int[]> spans = new ArrayList<>();
      for (int connection : alive) {
        int[] span = span(connection, request);
        if (span != null) {
          spans.add(span);
        }
      }
      int page = pagesApart ? problem.page(request) : 0;
      for (int[] span : spans) {
        learn(model, page, span, 1.0 / spans.size());
      }
    }
  }

  /** How many connections have all their queries where one request can hold them. */
  int inOneRequest(int[] requests) {
    OpenRequests open = new OpenRequests(problem, requests);
    int[] fitting = new int[requests.length];
    Integer[] byLast = new Integer[connections()];
    Arrays.setAll(byLast, c -> c);
    Arrays.sort(byLast, Comparator.comparingLong(c -> last(c)));
    int count = 0;
    for (int connection : byLast) {
      int[] run = runs.get(connection);
      int query = run[run.length - 1];
      while (open.closeBefore(problem.endsFromUs(query)) >= 0) {}
      open.openBy(problem.endsByUs(query));
      int candidates = open.fitting(query, fitting);
      boolean found = false;
      for (int i = 0; i < candidates && !found; i++) {
        int request = fitting[i];
        found = Arrays.stream(run).allMatch(q -> problem.fits(q, request));
      }
      count += found ? 1 : 0;
    }
    return count;
  }

  private long last(int connection) {
    int[] run = runs.get(connection);
    return problem.endsFromUs(run[run.length - 1]);
  }

  private void learn(PageModel model, int page, int[] span, double weight) {
    int[] run = runs.get(span[0]);
    int previous = PageModel.START;
    for (int i = span[1]; i < span[2]; i++) {
      int statement = problem.statement(run[i]);
      model.learn(page, previous, statement, weight);
      previous = statement;
    }
    model.learnEnd(page, previous, weight);
  }

  /** Connection, first place, place after the last; null where it cannot be the request's. */
  private int[] span(int connection, int request) {
    int[] run = runs.get(connection);
    int from = 0;
    int to = run.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (startsBy(run[middle]) < problem.startsFromUs(request)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    int end = from;
    while (end < run.length && problem.fits(run[end], request)) {
      end++;
    }
    boolean straddles =
        (from > 0 && problem.endsFromUs(run[from - 1]) > problem.startsByUs(request))
            || (end < run.length
                && startsBy(run[end])
                    < problem.startsFromUs(request) + problem.durationUs(request));
    return end == from || straddles ? null : new int[] {connection, from, end};
  }

  private long startsBy(int query) {
    return problem.endsByUs(query) - problem.timeUs(query);
  }
}
