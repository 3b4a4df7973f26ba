package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each connection runs each of the commonest statements, in coarse steps. */
final class StatementCounts {
  /** Steps: 0, 1, 2-3, 4-7, ... 64 and more. */
  static final int STEPS = 8;

  /** The commonest statements tell enough, and bound the work. */
  private static final int STATEMENTS = 256;

  private final int statements;
  private final int[][] ran;
  private final byte[][] steps;

  StatementCounts(List<Query> queries, List<QueryGroup> groups) {
    Map<String, Integer> ids = commonest(queries, groups);
    statements = ids.size();
    ran = new int[groups.size()][];
    steps = new byte[groups.size()][];
    int[] counts = new int[statements];
    for (int g = 0; g < ran.length; g++) {
      count(g, queries, groups.get(g), ids, counts);
    }
  }

  private static Map<String, Integer> commonest(List<Query> queries, List<QueryGroup> groups) {
    Map<String, Integer> uses = new HashMap<>();
    for (QueryGroup group : groups) {
      for (int query : group.queries()) {
        uses.merge(statement(queries.get(query)), 1, Integer::sum);
      }
    }
    List<String> byUses = new ArrayList<>(uses.keySet());
    byUses.sort(
        (a, b) -> {
          int more = Integer.compare(uses.get(b), uses.get(a));
          return more != 0 ? more : a.compareTo(b);
        });
    Map<String, Integer> ids = new HashMap<>();
    for (String statement : byUses.subList(0, Math.min(STATEMENTS, byUses.size()))) {
      ids.put(statement, ids.size());
    }
    return ids;
  }

  private static String statement(Query query) {
    return String.valueOf(query.fingerprintId());
  }

  private void count(
      int g, List<Query> queries, QueryGroup group, Map<String, Integer> ids, int[] counts) {
    int distinct = 0;
    int[] found = new int[Math.min(statements, group.queries().length)];
    for (int query : group.queries()) {
      Integer id = ids.get(statement(queries.get(query)));
      if (id != null && counts[id]++ == 0) {
        found[distinct++] = id;
      }
    }
    ran[g] = Arrays.copyOf(found, distinct);
    Arrays.sort(ran[g]);
    steps[g] = new byte[distinct];
    for (int i = 0; i < distinct; i++) {
      int step = 32 - Integer.numberOfLeadingZeros(counts[ran[g][i]]);
      steps[g][i] = (byte) Math.min(STEPS - 1, step);
      counts[ran[g][i]] = 0;
    }
  }

  /** Statements that are told apart. */
  int statements() {
    return statements;
  }

  /** Different statements that the connection ran. */
  int count(int g) {
    return ran[g].length;
  }

  /** The i-th of them; they rise. */
  int statement(int g, int i) {
    return ran[g][i];
  }

  /** How often it ran that one, as a step. */
  int step(int g, int i) {
    return steps[g][i];
  }
}
