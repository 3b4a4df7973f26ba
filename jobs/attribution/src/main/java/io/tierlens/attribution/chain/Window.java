package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of the queries in order of their starts that is worked on by itself: places {@code
 * from} to {@code to} are looked at, of which {@code commitFrom} to {@code commitTo} count (each
 * end exclusive).
 *
 * <p>Where no request is under way the cut is clean, and nothing on its one side can tell about the
 * other. Where requests never cease, windows overlap, and each keeps its middle.
 */
record Window(int from, int to, int commitFrom, int commitTo) {
  /** About so many queries make a window: enough to amortise the overlap. */
  static final int USUAL_SIZE = 2_000;

  boolean cleanStart() {
    return from == commitFrom;
  }

  boolean cleanEnd() {
    return to == commitTo;
  }

  /** Cuts the run's queries, given in order of their starts. */
  static List<Window> cut(Problem problem, int[] queries, int size) {
    boolean[] clean = cleanCuts(problem, queries);
    List<Window> windows = new ArrayList<>();
    int overlap = -1;
    int begin = 0;
    while (begin < queries.length) {
      int end = end(clean, begin, size);
      int from = begin;
      int to = end;
      if (!clean[begin] || !clean[end]) {
        overlap = overlap < 0 ? overlap(problem, queries, size) : overlap;
        from = clean[begin] ? begin : Math.max(0, begin - overlap);
        to = clean[end] ? end : Math.min(queries.length, end + overlap);
      }
      windows.add(new Window(from, to, begin, end));
      begin = end;
    }
    return windows;
  }

  private static int end(boolean[] clean, int begin, int size) {
    int last = clean.length - 1;
    if (last - begin <= size) {
      return last;
    }
    for (int end = (int) Math.min(last, begin + 2L * size); end > begin + size / 2; end--) {
      if (clean[end]) {
        return end;
      }
    }
    return begin + size;
  }

  /**
   * True at the places before which no request is under way that can hold queries of both sides.
   */
  private static boolean[] cleanCuts(Problem problem, int[] queries) {
    long slack = QueryOrder.widestSlackUs(problem);
    long[] starts = new long[queries.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = problem.queryStartUs(queries[i]);
    }
    int[] change = new int[queries.length + 2];
    for (int r = 0; r < problem.requests(); r++) {
      int first = place(starts, problem.startsFromUs(r) - slack);
      int after = place(starts, problem.latestEndUs(r) + slack + 1);
      if (after - first > 1) {
        change[first + 1]++;
        change[after]--;
      }
    }
    boolean[] clean = new boolean[queries.length + 1];
    int across = 0;
    for (int i = 0; i < clean.length; i++) {
      across += change[i];
      clean[i] = across == 0;
    }
    return clean;
  }

  /** The first place of the ascending values that is not below the value. */
  private static int place(long[] values, long value) {
    int place = Arrays.binarySearch(values, value);
    if (place < 0) {
      return -1 - place;
    }
    while (place > 0 && values[place - 1] == value) {
      place--;
    }
    return place;
  }

  /** Queries that start while two long requests run, one after the other. */
  private static int overlap(Problem problem, int[] queries, int size) {
    long[] durations = new long[problem.requests()];
    for (int r = 0; r < durations.length; r++) {
      durations[r] = problem.durationUs(r);
    }
    Arrays.sort(durations);
    long last = problem.queryStartUs(queries[queries.length - 1]);
    double span = Math.max(1.0, (double) (last - problem.queryStartUs(queries[0])));
    long longest = durations[(int) (0.99 * (durations.length - 1))];
    return (int) Math.max(20, Math.min(size / 2.0, 2.0 * longest * queries.length / span));
  }
}
