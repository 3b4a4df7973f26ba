package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Gives each connection a place of its own as long as it has queries; places are used again. */
final class LaneSlots {
  private final int[] laneOfQuery;
  private final int[] connectionOfQuery;
  private final int[] next;
  private final boolean[] first;
  private final int lanes;

  /** Takes the queries in the order of the search. */
  LaneSlots(long[] keyOfQuery, int[] queries) {
    Map<Long, Integer> numbers = new HashMap<>();
    connectionOfQuery = new int[queries.length];
    for (int i = 0; i < queries.length; i++) {
      connectionOfQuery[i] = numbers.computeIfAbsent(keyOfQuery[queries[i]], id -> numbers.size());
    }
    int[] last = new int[numbers.size()];
    next = new int[queries.length];
    Arrays.fill(last, -1);
    for (int i = queries.length - 1; i >= 0; i--) {
      next[i] = last[connectionOfQuery[i]];
      last[connectionOfQuery[i]] = i;
    }
    int[] laneOfConnection = new int[last.length];
    Arrays.fill(laneOfConnection, -1);
    laneOfQuery = new int[queries.length];
    PriorityQueue<Integer> free = new PriorityQueue<>();
    first = new boolean[queries.length];
    int used = 0;
    for (int i = 0; i < queries.length; i++) {
      int connection = connectionOfQuery[i];
      first[i] = laneOfConnection[connection] < 0;
      if (first[i]) {
        laneOfConnection[connection] = free.isEmpty() ? used++ : free.remove();
      }
      laneOfQuery[i] = laneOfConnection[connection];
      if (next[i] < 0) {
        free.add(laneOfQuery[i]);
      }
    }
    lanes = used;
  }

  int lanes() {
    return lanes;
  }

  int lane(int position) {
    return laneOfQuery[position];
  }

  /** Position of the connection's next query, or -1. */
  int next(int position) {
    return next[position];
  }

  /** Whether the connection has run nothing before. */
  boolean isFirst(int position) {
    return first[position];
  }

  /** Number of the connection, in order of appearance. */
  int connection(int position) {
    return connectionOfQuery[position];
  }
}
