package io.tierlens.attribution.chain;

import java.util.Arrays;

/** Gives each query to the request that has been idle longest: a first guess to learn from. */
final class IdleFirst {
  private IdleFirst() {}

  /** The request of each query, or -1. */
  static int[] ties(Problem problem) {
    int[] tie = new int[problem.queries()];
    Arrays.fill(tie, -1);
    int[] requests = QueryOrder.requestsByStart(problem);
    long slack = QueryOrder.widestSlackUs(problem);
    long[] idleSince = new long[requests.length];
    int[] active = new int[requests.length];
    int count = 0;
    int next = 0;
    for (int q : QueryOrder.byStart(problem)) {
      long start = problem.queryStartUs(q);
      while (next < requests.length && problem.startsFromUs(requests[next]) <= start + slack) {
        idleSince[requests[next]] = problem.startUs(requests[next]);
        active[count++] = requests[next++];
      }
      int kept = 0;
      int best = -1;
      for (int i = 0; i < count; i++) {
        int r = active[i];
        if (problem.latestEndUs(r) >= start - slack) {
          active[kept++] = r;
          boolean free = idleSince[r] <= start + 2 * slack && problem.fits(q, r);
          if (free && (best < 0 || idleSince[r] < idleSince[best])) {
            best = r;
          }
        }
      }
      count = kept;
      if (best >= 0) {
        tie[q] = best;
        idleSince[best] = problem.queryEndUs(q);
      }
    }
    return tie;
  }
}
