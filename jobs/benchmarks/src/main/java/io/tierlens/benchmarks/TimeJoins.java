package io.tierlens.benchmarks;

import io.tierlens.attribution.chain.Problem;

/**
 * What a time join of a database or a data frame would do: no page, no statement, no key is looked
 * at. Takes exact stamps, requests by their starts.
 */
final class TimeJoins {
  private TimeJoins() {}

  /** As-of join: each query at the request that started last before it; -1 for none. */
  static int[] lastStarted(Problem problem) {
    int[] found = new int[problem.queries()];
    for (int q = 0; q < found.length; q++) {
      found[q] = startedBy(problem, problem.queryStartUs(q));
    }
    return found;
  }

  /** Containment join: of the requests that hold the query the one that started last. */
  static int[] lastStartedThatHoldsIt(Problem problem) {
    long[] latestEndSoFar = new long[problem.requests()];
    long latest = Long.MIN_VALUE;
    for (int r = 0; r < latestEndSoFar.length; r++) {
      latest = Math.max(latest, problem.endUs(r));
      latestEndSoFar[r] = latest;
    }
    int[] found = new int[problem.queries()];
    for (int q = 0; q < found.length; q++) {
      long end = problem.queryEndUs(q);
      int r = startedBy(problem, problem.queryStartUs(q));
      while (r >= 0 && problem.endUs(r) < end) {
        r = latestEndSoFar[r] < end ? -1 : r - 1;
      }
      found[q] = r;
    }
    return found;
  }

  /** The last request that starts at the instant or before; -1 where none does. */
  private static int startedBy(Problem problem, long instantUs) {
    int from = 0;
    int to = problem.requests();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (problem.startUs(middle) <= instantUs) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
