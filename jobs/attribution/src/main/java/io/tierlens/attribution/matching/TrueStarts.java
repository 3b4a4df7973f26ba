package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Instants at which pages may truly have started, all of them at once: inside their stamps, with
 * requests ending in the order of the access log's lines, pages inside their requests, and pages of
 * a process one after the other.
 */
final class TrueStarts {
  private static final int SWEEPS = 5;

  private TrueStarts() {}

  /** Start of each request's page, in microseconds; the same seed gives the same. */
  static long[] of(List<TiedRequest> requests, Random random) {
    long[] ends = ends(requests, random);
    long[] starts = new long[requests.size()];
    long[] from = new long[starts.length];
    long[] by = new long[starts.length];
    for (int r = 0; r < starts.length; r++) {
      TiedRequest request = requests.get(r);
      long webStart = ends[r] - request.web().durationUs();
      from[r] = webStart;
      by[r] = webStart;
      if (request.event() != null) {
        AppEvent event = request.event();
        boolean oneClock = event.clock().equals(request.web().host());
        long last = ends[r] - pageDurationUs(request);
        from[r] = oneClock ? Math.max(event.startUs(), webStart) : event.startUs();
        by[r] = oneClock ? Math.min(event.latestStartUs(), last) : event.latestStartUs();
        if (from[r] > by[r]) {
          from[r] = Math.max(event.startUs(), Math.min(event.latestStartUs(), last));
          by[r] = from[r];
        }
      }
    }
    for (int[] lane : lanes(requests)) {
      inTurn(requests, lane, from, by, starts, random);
    }
    return starts;
  }

  /** Ends of the requests, rising from line to line. */
  private static long[] ends(List<TiedRequest> requests, Random random) {
    long[] ends = new long[requests.size()];
    Map<String, List<Integer>> logs = new TreeMap<>();
    for (int r = 0; r < ends.length; r++) {
      logs.computeIfAbsent(requests.get(r).web().host(), host -> new ArrayList<>()).add(r);
    }
    for (List<Integer> log : logs.values()) {
      log.sort(Comparator.comparingLong(r -> requests.get(r).web().order()));
      long[] low = new long[log.size()];
      long[] high = new long[log.size()];
      for (int i = 0; i < low.length; i++) {
        low[i] = requests.get(log.get(i)).earliestEndUs();
        high[i] = requests.get(log.get(i)).latestEndUs();
      }
      long[] found = inOrder(low, high, new long[low.length], random);
      for (int i = 0; i < found.length; i++) {
        ends[log.get(i)] = found[i];
      }
    }
    return ends;
  }

  private static void inTurn(
      List<TiedRequest> requests,
      int[] lane,
      long[] from,
      long[] by,
      long[] starts,
      Random random) {
    long[] low = new long[lane.length];
    long[] high = new long[lane.length];
    long[] lasts = new long[lane.length];
    for (int i = 0; i < lane.length; i++) {
      low[i] = from[lane[i]];
      high[i] = by[lane[i]];
      lasts[i] = pageDurationUs(requests.get(lane[i]));
    }
    long[] found = inOrder(low, high, lasts, random);
    for (int i = 0; i < lane.length; i++) {
      starts[lane[i]] = found[i];
    }
  }

  /**
   * Any of the instants at which things may have happened one after the other, each between its
   * bounds and no sooner than the one before has lasted; where bounds contradict that, the bounds
   * of the later one give way.
   */
  private static long[] inOrder(long[] low, long[] high, long[] lasts, Random random) {
    int count = low.length;
    long[] latest = high.clone();
    for (int i = count - 2; i >= 0; i--) {
      latest[i] = Math.max(low[i], Math.min(latest[i], latest[i + 1] - lasts[i]));
    }
    long[] at = new long[count];
    for (int i = 0; i < count; i++) {
      at[i] = Math.min(low[i] + (high[i] - low[i]) / 2, latest[i]);
      at[i] = i == 0 ? at[i] : Math.max(at[i], at[i - 1] + lasts[i - 1]);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < count; i++) {
        long from = i == 0 ? low[i] : Math.max(low[i], at[i - 1] + lasts[i - 1]);
        long by = i == count - 1 ? high[i] : Math.min(high[i], at[i + 1] - lasts[i]);
        at[i] = by > from ? from + (long) (random.nextDouble() * (by - from)) : at[i];
      }
    }
    return at;
  }

  /** Requests of each process in the order of their starts; one without a process is alone. */
  private static List<int[]> lanes(List<TiedRequest> requests) {
    record Worker(String host, Long pid, int alone) {}
    Map<Worker, List<Integer>> lanes = new LinkedHashMap<>();
    for (int r = 0; r < requests.size(); r++) {
      AppEvent event = requests.get(r).event();
      Worker process =
          event == null || event.pid() == null
              ? new Worker("", null, r)
              : new Worker(event.host(), event.pid(), -1);
      lanes.computeIfAbsent(process, unseen -> new ArrayList<>()).add(r);
    }
    List<int[]> arrays = new ArrayList<>();
    for (List<Integer> lane : lanes.values()) {
      lane.sort(
          Comparator.comparingLong(
              r -> requests.get(r).event() == null ? 0 : requests.get(r).event().order()));
      arrays.add(lane.stream().mapToInt(Integer::intValue).toArray());
    }
    return arrays;
  }

  /**
   * Instants at which the queries of a chain may truly have started: inside their stamps, one after
   * the other, and inside their page as far as that is possible.
   *
   * @param chain places in {@code queries}, in the order in which they ran
   */
  static long[] ofChain(
      List<Query> queries, int[] chain, long pageStart, long pageEnd, Random random) {
    long[] low = new long[chain.length];
    long[] high = new long[chain.length];
    long[] lasts = new long[chain.length];
    for (int i = 0; i < chain.length; i++) {
      Query query = queries.get(chain[i]);
      lasts[i] = query.queryTimeUs();
      low[i] = Math.max(query.startUs(), pageStart);
      high[i] = Math.min(query.startUs() + query.slackUs(), pageEnd - lasts[i]);
    }
    return inOrder(low, high, lasts, random);
  }

  /** How long the page takes, as well as the logs tell. */
  static long pageDurationUs(TiedRequest request) {
    long whole = request.web().durationUs();
    if (!request.hasAppDuration()) {
      return whole;
    }
    // Of a page timed in whole seconds hardly more is known than that it takes most of its request.
    long least = request.event().uncertaintyUs() > 0 ? whole / 2 : 0;
    return Math.min(whole, Math.max(least, request.event().durationUs()));
  }
}
