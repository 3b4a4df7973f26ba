package io.tierlens.attribution.chain;

/** What a request can be expected to add to the score, before its queries have been seen. */
final class LaneOutlook {
  private final Problem problem;
  private final int[] queries;
  private final LaneSlots lanes;
  private final LaneEvidence evidence;

  LaneOutlook(Problem problem, int[] queries, LaneSlots lanes, LaneEvidence evidence) {
    this.problem = problem;
    this.queries = queries;
    this.lanes = lanes;
    this.evidence = evidence;
  }

  /**
   * What the request can add to the score after its first query, at best, beyond what its queries
   * would add anywhere.
   */
  double after(int position, int request) {
    long length = problem.durationUs(request);
    long from = problem.startsFromUs(request);
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    int last = queries[position];
    for (int next = lanes.next(position); next >= 0; next = lanes.next(next)) {
      int query = queries[next];
      long startsBy = problem.endsByUs(query) - problem.timeUs(query);
      from = Math.max(from, problem.endsFromUs(last) - length);
      if (startsBy >= from + length) {
        best = Math.max(best, sum + evidence.last(request, last));
      }
      if (!problem.fits(query, request)) {
        return best > Double.NEGATIVE_INFINITY
            ? best
            : sum - LaneSearch.LEFT_OUT + evidence.last(request, last);
      }
      sum += evidence.next(request, problem.statement(last), query) - evidence.atBest(last, query);
      last = query;
    }
    return Math.max(best, sum + evidence.last(request, last));
  }
}
