package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether statements follow each other along connections, as they do where a connection stays with
 * a request, or rather along the log.
 *
 * <p>Looks only at queries whose connection ran another query last than the log shows last. For
 * these, both that come before are asked how much they tell about the query's statement.
 *
 * @param pairs how many such queries there are
 * @param alongConnections share of the uncertainty about a statement that the one before it on the
 *     connection takes away, 0 to 1; NaN where there is no uncertainty
 * @param alongLog likewise, by the query before it in the log
 */
record StatementOrder(int pairs, double alongConnections, double alongLog) {
  /** Takes queries in the order of their ends. */
  static StatementOrder of(Problem problem, int[] queries) {
    Map<Long, Integer> lastOf = new HashMap<>();
    int[] statement = new int[queries.length];
    int[] onConnection = new int[queries.length];
    int[] inLog = new int[queries.length];
    int pairs = 0;
    for (int i = 0; i < queries.length; i++) {
      Integer before = lastOf.put(problem.connection(queries[i]), queries[i]);
      if (before != null && before != queries[i - 1]) {
        statement[pairs] = problem.statement(queries[i]);
        onConnection[pairs] = problem.statement(before);
        inLog[pairs++] = problem.statement(queries[i - 1]);
      }
    }
    statement = Arrays.copyOf(statement, pairs);
    return new StatementOrder(pairs, told(statement, onConnection), told(statement, inLog));
  }

  /** Of the entropy of one, the share that the other tells, less what chance makes of few. */
  private static double told(int[] one, int[] other) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Long, Integer> ones = new HashMap<>();
    Map<Long, Integer> others = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      both.merge(((long) one[i] << 32) + other[i], 1, Integer::sum);
      ones.merge((long) one[i], 1, Integer::sum);
      others.merge((long) other[i], 1, Integer::sum);
    }
    double entropy = entropy(ones, one.length);
    double information = entropy + entropy(others, one.length) - entropy(both, one.length);
    double byChance = (ones.size() - 1.0) * (others.size() - 1.0) / (2.0 * Math.max(1, one.length));
    return entropy == 0 ? Double.NaN : Math.max(0, information - byChance) / entropy;
  }

  private static double entropy(Map<Long, Integer> counts, int total) {
    double sum = 0;
    // In order of size, so that the sum does not depend on the map's order.
    for (int count : counts.values().stream().sorted().mapToInt(Integer::intValue).toArray()) {
      sum -= (double) count / total * Math.log((double) count / total);
    }
    return sum;
  }
}
