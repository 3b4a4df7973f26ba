package io.tierlens.attribution.chain;

import java.util.HashMap;
import java.util.Map;

/** Whether processes serve one request after the other. */
final class ProcessOrder {
  private static final long COARSE_US = 1_000_000;

  private ProcessOrder() {}

  /**
   * Share of the requests of known process that do not surely begin before the end of the process's
   * request before; 0 where no process is known.
   */
  static double oneAtATime(Problem problem, int[] requests) {
    Map<Long, Long> endOf = new HashMap<>();
    long tolerance = LaneOrder.isFine(problem) ? 0 : COARSE_US;
    long known = 0;
    long after = 0;
    for (int request : requests) {
      long process = problem.process(request);
      if (process != Problem.UNKNOWN) {
        long end = problem.startsFromUs(request) + problem.durationUs(request);
        Long before = endOf.get(process);
        known++;
        after += before == null || problem.startsByUs(request) + tolerance >= before ? 1 : 0;
        endOf.merge(process, end, Math::max);
      }
    }
    return known == 0 ? 0 : (double) after / known;
  }
}
