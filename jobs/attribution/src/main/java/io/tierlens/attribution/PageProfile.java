package io.tierlens.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which statements, and how many of each, the requests of a page run: for each endpoint, and for
 * each path that is asked for often, learnt from the ties of the round before.
 */
final class PageProfile {
  /** 0, 1, 2-3, 4-7, ... 64 and more. */
  private static final int BUCKETS = 8;

  /** The commonest statements tell enough, and bound the work. */
  private static final int STATEMENTS = 256;

  /** A path needs this many requests to have a profile of its own. */
  private static final int REQUESTS_OF_PATH = 6;

  /** Weight of the coarser profile, in requests, in the finer one. */
  private static final double PRIOR = 2;

  /** Statements of a page come and go together: their evidence is not independent. */
  private static final double INDEPENDENT = 0.5;

  private final int[][] statements;
  private final byte[][] buckets;
  private final int[] pathOf;
  private final int[] endpointOf;
  private final int paths;
  private final int endpoints;
  private final int vocabulary;
  private final int[][][] pathCounts;
  private final int[][][] endpointCounts;
  private final int[][] allCounts;
  private final int[] pathTotal;
  private final int[] endpointTotal;
  private final int[] endpointWithout;
  private int allTotal;

  PageProfile(List<Query> queries, List<TiedRequest> requests, List<QueryGroup> groups) {
    Map<String, Integer> ids = vocabulary(queries, groups);
    vocabulary = Math.min(STATEMENTS, ids.size());
    statements = new int[groups.size()][];
    buckets = new byte[groups.size()][];
    for (int g = 0; g < groups.size(); g++) {
      count(g, queries, groups.get(g), ids);
    }
    endpointOf = new int[requests.size()];
    pathOf = new int[requests.size()];
    Map<String, Integer> endpointIds = new HashMap<>();
    Map<String, Integer> pathRequests = new HashMap<>();
    for (TiedRequest request : requests) {
      pathRequests.merge(String.valueOf(request.web().path()), 1, Integer::sum);
    }
    Map<String, Integer> pathIds = new HashMap<>();
    for (int r = 0; r < requests.size(); r++) {
      WebRequest web = requests.get(r).web();
      String path = String.valueOf(web.path());
      endpointOf[r] =
          endpointIds.computeIfAbsent(String.valueOf(web.endpoint()), e -> endpointIds.size());
      pathOf[r] =
          pathRequests.get(path) < REQUESTS_OF_PATH
              ? -1
              : pathIds.computeIfAbsent(path, p -> pathIds.size());
    }
    paths = pathIds.size();
    endpoints = endpointIds.size();
    pathCounts = new int[paths][][];
    endpointCounts = new int[endpoints][][];
    allCounts = new int[vocabulary][BUCKETS];
    pathTotal = new int[paths];
    endpointTotal = new int[endpoints];
    endpointWithout = new int[endpoints];
  }

  private static Map<String, Integer> vocabulary(List<Query> queries, List<QueryGroup> groups) {
    Map<String, Integer> uses = new HashMap<>();
    for (QueryGroup group : groups) {
      for (int query : group.queries()) {
        uses.merge(String.valueOf(queries.get(query).fingerprintId()), 1, Integer::sum);
      }
    }
    List<String> commonest = new ArrayList<>(uses.keySet());
    commonest.sort(
        (a, b) -> uses.get(a).equals(uses.get(b)) ? a.compareTo(b) : uses.get(b) - uses.get(a));
    Map<String, Integer> ids = new HashMap<>();
    for (String statement : commonest.subList(0, Math.min(STATEMENTS, commonest.size()))) {
      ids.put(statement, ids.size());
    }
    return ids;
  }

  private void count(int g, List<Query> queries, QueryGroup group, Map<String, Integer> ids) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int query : group.queries()) {
      Integer id = ids.get(String.valueOf(queries.get(query).fingerprintId()));
      if (id != null) {
        counts.merge(id, 1, Integer::sum);
      }
    }
    statements[g] = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    buckets[g] = new byte[statements[g].length];
    for (int i = 0; i < statements[g].length; i++) {
      int count = counts.get(statements[g][i]);
      buckets[g][i] = (byte) Math.min(BUCKETS - 1, 32 - Integer.numberOfLeadingZeros(count));
    }
  }

  void clear() {
    Arrays.fill(pathTotal, 0);
    Arrays.fill(endpointTotal, 0);
    Arrays.fill(endpointWithout, 0);
    Arrays.fill(pathCounts, null);
    Arrays.fill(endpointCounts, null);
    for (int[] counts : allCounts) {
      Arrays.fill(counts, 0);
    }
    allTotal = 0;
  }

  void learn(int g, int request) {
    int endpoint = endpointOf[request];
    int path = pathOf[request];
    allTotal++;
    endpointTotal[endpoint]++;
    if (endpointCounts[endpoint] == null) {
      endpointCounts[endpoint] = new int[vocabulary][BUCKETS];
    }
    if (path >= 0) {
      pathTotal[path]++;
      if (pathCounts[path] == null) {
        pathCounts[path] = new int[vocabulary][BUCKETS];
      }
    }
    for (int i = 0; i < statements[g].length; i++) {
      int statement = statements[g][i];
      int bucket = buckets[g][i];
      allCounts[statement][bucket]++;
      endpointCounts[endpoint][statement][bucket]++;
      if (path >= 0) {
        pathCounts[path][statement][bucket]++;
      }
    }
  }

  /** Counts the requests without a connection, and fills in how often a statement was absent. */
  void finish(int[] tied) {
    boolean[] with = new boolean[endpointOf.length];
    for (int request : tied) {
      if (request >= 0) {
        with[request] = true;
      }
    }
    for (int r = 0; r < with.length; r++) {
      if (!with[r]) {
        endpointWithout[endpointOf[r]]++;
      }
    }
    absent(allCounts, allTotal);
    for (int e = 0; e < endpoints; e++) {
      absent(endpointCounts[e], endpointTotal[e]);
    }
    for (int p = 0; p < paths; p++) {
      absent(pathCounts[p], pathTotal[p]);
    }
  }

  private static void absent(int[][] counts, int total) {
    if (counts == null) {
      return;
    }
    for (int[] buckets : counts) {
      int present = 0;
      for (int b = 1; b < BUCKETS; b++) {
        present += buckets[b];
      }
      buckets[0] = total - present;
    }
  }

  /**
   * How much likelier the group's statements are for this request's page than for any page, and how
   * much likelier the page is to run queries than not; logarithms. What the group itself has taught
   * about the page is left out.
   *
   * @param taught the request that the group was learnt with, or -1
   */
  double logOdds(int g, int request, int taught) {
    int endpoint = endpointOf[request];
    int path = pathOf[request];
    int ownEndpoint = taught >= 0 && endpointOf[taught] == endpoint ? 1 : 0;
    int ownPath = taught >= 0 && path >= 0 && pathOf[taught] == path ? 1 : 0;
    int ownAll = taught >= 0 ? 1 : 0;
    double sum = 0;
    int next = 0;
    for (int s = 0; s < vocabulary; s++) {
      int bucket = 0;
      if (next < statements[g].length && statements[g][next] == s) {
        bucket = buckets[g][next++];
      }
      double any = (allCounts[s][bucket] - ownAll + 0.5) / (allTotal - ownAll + 0.5 * BUCKETS);
      double ofEndpoint =
          mixed(endpointCounts[endpoint], endpointTotal[endpoint], s, bucket, ownEndpoint, any);
      double ofPath =
          path < 0
              ? ofEndpoint
              : mixed(pathCounts[path], pathTotal[path], s, bucket, ownPath, ofEndpoint);
      sum += Math.log(ofPath / any);
    }
    double with = endpointTotal[endpoint] - ownEndpoint + 0.5;
    double without = endpointWithout[endpoint] + 0.5;
    return INDEPENDENT * sum + Math.log(with / without);
  }

  private static double mixed(
      int[][] counts, int total, int statement, int bucket, int own, double prior) {
    if (counts == null || total - own <= 0) {
      return prior;
    }
    return (counts[statement][bucket] - own + PRIOR * prior) / (total - own + PRIOR);
  }
}
