package io.tierlens.attribution.chain;

import io.tierlens.attribution.math.ContainmentIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which processes had a request that can hold a query. */
final class ProcessIndex {
  private static final int[] NONE = {};

  private final Problem problem;
  private final int[] processOfRequest;
  private final int[][] holding;
  private final boolean[] perhaps;
  private final long[] livesFrom;
  private final long[] livesTo;
  private final int count;

  ProcessIndex(Problem problem) {
    this.problem = problem;
    int requests = problem.requests();
    processOfRequest = new int[requests];
    Map<Long, Integer> numbers = new HashMap<>();
    long[] starts = new long[requests];
    long[] ends = new long[requests];
    for (int request = 0; request < requests; request++) {
      long process = problem.process(request);
      processOfRequest[request] =
          process == Problem.UNKNOWN ? -1 : numbers.computeIfAbsent(process, id -> numbers.size());
      starts[request] = problem.startsFromUs(request);
      ends[request] = problem.latestEndUs(request);
    }
    count = numbers.size();
    livesFrom = new long[count];
    livesTo = new long[count];
    Arrays.fill(livesFrom, Long.MAX_VALUE);
    Arrays.fill(livesTo, Long.MIN_VALUE);
    for (int request = 0; request < requests; request++) {
      int process = processOfRequest[request];
      if (process >= 0) {
        livesFrom[process] = Math.min(livesFrom[process], starts[request]);
        livesTo[process] = Math.max(livesTo[process], ends[request]);
      }
    }
    ContainmentIndex index = new ContainmentIndex(starts, ends);
    holding = new int[problem.queries()][];
    perhaps = new boolean[problem.queries()];
    for (int query = 0; query < holding.length; query++) {
      find(index, query);
    }
  }

  private void find(ContainmentIndex index, int query) {
    int[][] found = {NONE};
    int[] size = {0};
    index.forEach(
        problem.endsByUs(query) - problem.timeUs(query),
        problem.endsFromUs(query),
        request -> {
          if (!problem.fits(query, request)) {
            return;
          }
          int process = processOfRequest[request];
          if (process < 0) {
            perhaps[query] = true;
            return;
          }
          if (size[0] == found[0].length) {
            found[0] = Arrays.copyOf(found[0], Math.max(4, 2 * size[0]));
          }
          found[0][size[0]++] = process;
        });
    holding[query] = Arrays.stream(found[0], 0, size[0]).sorted().distinct().toArray();
  }

  int count() {
    return count;
  }

  int processOfRequest(int request) {
    return processOfRequest[request];
  }

  /** Processes with a request that the query fits into, in rising order. */
  int[] holding(int query) {
    return holding[query];
  }

  /** Whether the query fits into a request of unknown process. */
  boolean perhapsHeld(int query) {
    return perhaps[query];
  }

  /** How often a process's requests hold a query that is another's. */
  double shareByAccident() {
    long[] from = livesFrom.clone();
    long[] to = livesTo.clone();
    Arrays.sort(from);
    Arrays.sort(to);
    long others = 0;
    long held = 0;
    for (int query = 0; query < holding.length; query++) {
      if (holding[query].length > 0) {
        others += notAfter(from, problem.endsByUs(query)) - notAfter(to, problem.endsFromUs(query));
        others--;
        held += holding[query].length - 1;
      }
    }
    return others <= 0 ? 0.5 : Math.max(0.05, Math.min(0.98, (double) held / others));
  }

  private static int notAfter(long[] sorted, long instant) {
    int place = Arrays.binarySearch(sorted, instant);
    while (place >= 0 && place + 1 < sorted.length && sorted[place + 1] == instant) {
      place++;
    }
    return place < 0 ? -place - 1 : place + 1;
  }
}
