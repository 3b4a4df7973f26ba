package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which lanes are searched, and what is learnt from what was found. */
final class LaneOrder {
  private static final long FINE_US = 5_000;

  private LaneOrder() {}

  /** All requests in order of their earliest starts. */
  static int[] requests(Problem problem) {
    return IntStream.range(0, problem.requests())
        .boxed()
        .sorted(Comparator.comparingLong(problem::startsFromUs))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The queries that tell their connection, in order of their ends. */
  static int[] queries(Problem problem) {
    return IntStream.range(0, problem.queries())
        .filter(query -> problem.connection(query) != Problem.UNKNOWN)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer query) -> problem.endsFromUs(query))
                .thenComparingLong(problem::endsByUs))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Whether stamps tell more than gaps between queries are long, for most of the requests and
   * queries.
   */
  static boolean isFine(Problem problem) {
    long coarse = 0;
    for (int request = 0; request < problem.requests(); request++) {
      coarse += problem.startsByUs(request) - problem.startsFromUs(request) > FINE_US ? 1 : 0;
    }
    for (int query = 0; query < problem.queries(); query++) {
      coarse += problem.endsByUs(query) - problem.endsFromUs(query) > FINE_US ? 1 : 0;
    }
    return 10 * coarse < problem.requests() + problem.queries();
  }

  /** The connection of each query. */
  static long[] connections(Problem problem) {
    return IntStream.range(0, problem.queries()).mapToLong(problem::connection).toArray();
  }

  /** The chains of the requests as they were found. */
  static PageModel learn(
      Problem problem, int[] requests, int[] queries, int[] requestOfQuery, boolean pagesApart) {
    PageModel model = new PageModel(problem.statementNames().size());
    int[] last = new int[problem.requests()];
    Arrays.fill(last, PageModel.START);
    for (int query : queries) {
      int request = requestOfQuery[query];
      if (request >= 0) {
        int page = pagesApart ? problem.page(request) : 0;
        model.learn(page, last[request], problem.statement(query), 1);
        last[request] = problem.statement(query);
      }
    }
    for (int request : requests) {
      model.learnEnd(pagesApart ? problem.page(request) : 0, last[request], 1);
    }
    return model;
  }
}
