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
      starts[r] = from[r] + (by[r] - from[r]) / 2;
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
      ends[r] = (requests.get(r).earliestEndUs() + requests.get(r).latestEndUs()) / 2;
      logs.computeIfAbsent(requests.get(r).web().host(), host -> new ArrayList<>()).add(r);
    }
    for (List<Integer> log : logs.values()) {
      log.sort(Comparator.comparingLong(r -> requests.get(r).web().order()));
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        for (int i = 0; i < log.size(); i++) {
          int r = log.get(i);
          long low = requests.get(r).earliestEndUs();
          long high = requests.get(r).latestEndUs();
          low = i == 0 ? low : Math.max(low, ends[log.get(i - 1)]);
          high = i == log.size() - 1 ? high : Math.min(high, ends[log.get(i + 1)]);
          ends[r] = between(low, high, ends[r], random);
        }
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
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < lane.length; i++) {
        int r = lane[i];
        long low = from[r];
        long high = by[r];
        if (i > 0) {
          low = Math.max(low, starts[lane[i - 1]] + pageDurationUs(requests.get(lane[i - 1])));
        }
        if (i < lane.length - 1) {
          high = Math.min(high, starts[lane[i + 1]] - pageDurationUs(requests.get(r)));
        }
        starts[r] = between(low, high, starts[r], random);
      }
    }
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
    long[] starts = new long[chain.length];
    long ended = pageStart;
    for (int i = 0; i < chain.length; i++) {
      Query query = queries.get(chain[i]);
      starts[i] = Math.max(ended, Math.min(query.middleStartUs(), pageEnd - query.queryTimeUs()));
      ended = starts[i] + query.queryTimeUs();
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < chain.length; i++) {
        Query query = queries.get(chain[i]);
        long low = Math.max(query.startUs(), pageStart);
        long high = Math.min(query.startUs() + query.slackUs(), pageEnd - query.queryTimeUs());
        if (i > 0) {
          low = Math.max(low, starts[i - 1] + queries.get(chain[i - 1]).queryTimeUs());
        }
        if (i < chain.length - 1) {
          high = Math.min(high, starts[i + 1] - query.queryTimeUs());
        }
        starts[i] = between(low, high, starts[i], random);
      }
    }
    return starts;
  }

  private static long between(long low, long high, long now, Random random) {
    if (high > low) {
      return low + (long) (random.nextDouble() * (high - low));
    }
    return high == low ? low : now;
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
