package io.tierlens.attribution.clock;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Records of one kind with their starts narrowed by the order of their log and by the lanes in it:
 * the queries of a connection, the pages of a process.
 *
 * @param records in the order in which they were given
 * @param ordersContradicted hosts whose lines are not in the order of ends, with the share that is
 *     not; the order was not used there
 * @param lanesContradicted hosts whose lanes do not go one after the other, likewise
 */
public record Narrowed<T>(
    List<T> records,
    Map<String, Double> ordersContradicted,
    Map<String, Double> lanesContradicted) {

  /** Share of contradictions that is let pass. */
  public static final double LET_PASS = OrderedLog.CONTRADICTIONS;

  public Narrowed {
    records = List.copyOf(records);
    ordersContradicted = Map.copyOf(ordersContradicted);
    lanesContradicted = Map.copyOf(lanesContradicted);
  }

  /** Narrows queries: the slow log is written at completion, a connection runs one at a time. */
  public static Narrowed<Query> queries(List<Query> queries) {
    long[] from = new long[queries.size()];
    long[] by = new long[from.length];
    long[] shortest = new long[from.length];
    long[] longest = new long[from.length];
    Map<String, List<Integer>> logs = new TreeMap<>();
    for (int i = 0; i < from.length; i++) {
      Query query = queries.get(i);
      if (query.startUs() == null) {
        continue;
      }
      from[i] = query.startUs();
      by[i] = query.startUs() + query.slackUs();
      shortest[i] = query.shortestUs();
      longest[i] = query.longestUs();
      logs.computeIfAbsent(query.host(), host -> new ArrayList<>()).add(i);
    }
    Comparator<Integer> byLine = Comparator.comparingLong(i -> queries.get(i).order());
    OrderedLog spans = new OrderedLog(from, by, shortest, longest);
    Map<String, Double> orders = new TreeMap<>();
    Map<String, Double> lanes = new TreeMap<>();
    logs.forEach(
        (host, log) -> {
          if (log.stream().allMatch(i -> from[i] == by[i])) {
            return;
          }
          log.sort(byLine);
          List<int[]> connections = lanes(log, i -> queries.get(i).threadId());
          note(host, spans.narrow(array(log), connections), orders, lanes);
        });
    List<Query> narrowed = new ArrayList<>(from.length);
    for (int i = 0; i < from.length; i++) {
      Query query = queries.get(i);
      narrowed.add(query.startUs() == null ? query : query.startingIn(from[i], by[i] - from[i]));
    }
    return new Narrowed<>(narrowed, orders, lanes);
  }

  /**
   * Narrows pages with exact durations: a process serves one after the other. Their log is not in
   * the order of ends.
   */
  public static Narrowed<AppEvent> events(List<AppEvent> events) {
    long[] from = new long[events.size()];
    long[] by = new long[from.length];
    long[] duration = new long[from.length];
    Map<String, List<Integer>> logs = new TreeMap<>();
    for (int i = 0; i < from.length; i++) {
      AppEvent event = events.get(i);
      from[i] = event.startUs();
      by[i] = event.latestStartUs();
      duration[i] = event.shortestUs();
      if (event.hasDuration() && event.uncertaintyUs() == 0 && event.pid() != null) {
        logs.computeIfAbsent(event.host(), host -> new ArrayList<>()).add(i);
      }
    }
    Comparator<Integer> byStart =
        Comparator.<Integer>comparingLong(i -> from[i])
            .thenComparingLong(i -> events.get(i).order());
    OrderedLog spans = new OrderedLog(from, by, duration, duration);
    Map<String, Double> lanes = new TreeMap<>();
    logs.forEach(
        (host, log) -> {
          if (log.stream().allMatch(i -> from[i] == by[i])) {
            return;
          }
          log.sort(byStart);
          List<int[]> processes = lanes(log, i -> events.get(i).pid());
          note(host, spans.narrow(new int[0], processes), new TreeMap<>(), lanes);
        });
    List<AppEvent> narrowed = new ArrayList<>(from.length);
    for (int i = 0; i < from.length; i++) {
      narrowed.add(events.get(i).startingIn(from[i], by[i] - from[i]));
    }
    return new Narrowed<>(narrowed, Map.of(), lanes);
  }

  private static void note(
      String host,
      OrderedLog.Contradictions found,
      Map<String, Double> orders,
      Map<String, Double> lanes) {
    if (found.byEnds() > OrderedLog.CONTRADICTIONS) {
      orders.put(host, found.byEnds());
    }
    if (found.inLanes() > OrderedLog.CONTRADICTIONS) {
      lanes.put(host, found.inLanes());
    }
  }

  /** The members of each lane in the order of the list; what has no lane is in none. */
  private static List<int[]> lanes(List<Integer> log, Function<Integer, Long> laneOf) {
    Map<Long, List<Integer>> lanes = new TreeMap<>();
    for (Integer member : log) {
      Long lane = laneOf.apply(member);
      if (lane != null) {
        lanes.computeIfAbsent(lane, unseen -> new ArrayList<>()).add(member);
      }
    }
    return lanes.values().stream().map(Narrowed::array).toList();
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
