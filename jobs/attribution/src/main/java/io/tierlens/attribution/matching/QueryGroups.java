package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the queries of a run into groups that go to a request together. */
final class QueryGroups {
  private QueryGroups() {}

  private record Connection(String host, long threadId) {}

  /**
   * One group for each connection, cut where it pauses for longer than any request: a server that
   * starts again gives its connection ids again. Queries without a start are in no group.
   *
   * @return null where a query with a start has no connection id
   */
  static List<QueryGroup> byConnection(List<Query> queries, long longestRequestUs) {
    Map<Connection, List<Integer>> connections = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      if (query.startUs() == null) {
        continue;
      }
      if (query.threadId() == null) {
        return null;
      }
      connections
          .computeIfAbsent(
              new Connection(query.host(), query.threadId()), connection -> new ArrayList<>())
          .add(i);
    }
    List<QueryGroup> groups = new ArrayList<>();
    for (List<Integer> connection : connections.values()) {
      connection.sort(
          Comparator.<Integer>comparingLong(i -> queries.get(i).startUs())
              .thenComparingLong(i -> queries.get(i).order()));
      cut(queries, connection, longestRequestUs, groups);
    }
    groups.sort(
        Comparator.comparingLong(QueryGroup::startsFrom).thenComparing(QueryGroup::threadId));
    return groups;
  }

  private static void cut(
      List<Query> queries,
      List<Integer> connection,
      long longestRequestUs,
      List<QueryGroup> groups) {
    int[] indexes = connection.stream().mapToInt(Integer::intValue).toArray();
    int from = 0;
    long latestEnd = Long.MIN_VALUE;
    for (int i = 0; i < indexes.length; i++) {
      Query query = queries.get(indexes[i]);
      if (i > from && query.startUs() - latestEnd > longestRequestUs) {
        groups.add(QueryGroup.of(queries, Arrays.copyOfRange(indexes, from, i)));
        from = i;
      }
      latestEnd = query.startUs() + query.slackUs() + query.queryTimeUs();
    }
    groups.add(QueryGroup.of(queries, Arrays.copyOfRange(indexes, from, indexes.length)));
  }

  /** Every query that has a start by itself. */
  static List<QueryGroup> single(List<Query> queries) {
    List<QueryGroup> groups = new ArrayList<>(queries.size());
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i).startUs() != null) {
        groups.add(QueryGroup.of(queries, new int[] {i}));
      }
    }
    return groups;
  }
}
