package io.tierlens.attribution.chain;

import java.util.PriorityQueue;

/** The requests that the query of the moment can be of, each at a place of its own. */
final class OpenRequests {
  private final Problem problem;
  private final int[] requests;
  private final int[] slotOfRequest;
  private final PriorityQueue<Integer> byEnd;
  private final PriorityQueue<Integer> free = new PriorityQueue<>();
  private int used;
  private int next;

  /** Takes requests in order of their earliest starts. */
  OpenRequests(Problem problem, int[] requests) {
    this.problem = problem;
    this.requests = requests;
    this.slotOfRequest = new int[problem.requests()];
    this.byEnd =
        new PriorityQueue<>(
            (a, b) -> {
              int order = Long.compare(problem.latestEndUs(a), problem.latestEndUs(b));
              return order != 0 ? order : Integer.compare(a, b);
            });
  }

  /** Opens the requests that can have begun by then. */
  void openBy(long instant) {
    while (next < requests.length && problem.startsFromUs(requests[next]) <= instant) {
      int request = requests[next++];
      slotOfRequest[request] = free.isEmpty() ? used++ : free.remove();
      byEnd.add(request);
    }
  }

  /** Takes away a request that has surely ended before, or gives -1. */
  int closeBefore(long instant) {
    if (byEnd.isEmpty() || problem.latestEndUs(byEnd.peek()) >= instant) {
      return -1;
    }
    int request = byEnd.remove();
    free.add(slotOfRequest[request]);
    return request;
  }

  /** Earliest start of an open request, or of the next one. */
  long earliestStart() {
    long earliest = next < requests.length ? problem.startsFromUs(requests[next]) : Long.MAX_VALUE;
    for (int request : byEnd) {
      earliest = Math.min(earliest, problem.startsFromUs(request));
    }
    return earliest;
  }

  int slot(int request) {
    return slotOfRequest[request];
  }

  /** How many places there have been at most. */
  int slots() {
    return used;
  }

  /** The open requests that the query fits into, in no particular order; gives their number. */
  int fitting(int query, int[] to) {
    int count = 0;
    for (int request : byEnd) {
      if (count < to.length && problem.fits(query, request)) {
        to[count++] = request;
      }
    }
    return count;
  }
}
