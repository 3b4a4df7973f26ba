package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A slow log whose truth is known: each request that ran queries is given the chain of another
 * request of its page, stretched to its own length, at an instant that its own stamps allow.
 * Connections stay with the requests that they served. What was of no request stays as it is.
 */
final class Planting {
  /** Of the requests of a page those this near in duration, on each side, lend their chains. */
  private static final int NEAREST = 6;

  private static final long SECOND = 1_000_000;

  private final List<Query> queries;
  private final int[] requestOf;

  private Planting(List<Query> queries, int[] requestOf) {
    this.queries = queries;
    this.requestOf = requestOf;
  }

  /** The planted log, in the order of ends. */
  List<Query> queries() {
    return queries;
  }

  /** The request that a query was planted in, or -1. */
  int request(int query) {
    return requestOf[query];
  }

  private record Planted(Query query, long endUs, int request) {}

  /**
   * Plants in the requests of a run.
   *
   * @param given the run's queries as logged, in the places that {@code ties} knows them by
   * @param seed the same gives the same
   */
  static Planting of(List<Query> given, QueryTies ties, long seed) {
    Random random = new Random(20090123 + seed);
    List<TiedRequest> requests = ties.requests();
    int[][] chains = chains(ties);
    int[] donors = donors(requests, chains, random);
    List<Planted> planted = new ArrayList<>();
    for (int r = 0; r < chains.length; r++) {
      if (chains[r].length > 0) {
        plant(given, ties, r, chains[r], chains[donors[r]], donors[r], random, planted);
      }
    }
    boolean[] inChain = new boolean[ties.queries().size()];
    for (int[] chain : chains) {
      for (int query : chain) {
        inChain[query] = true;
      }
    }
    for (int i = 0; i < inChain.length; i++) {
      Query query = given.get(i);
      if (!inChain[i] && query.startUs() != null) {
        long end = query.startUs() + query.slackUs() / 2 + query.queryTimeUs();
        planted.add(new Planted(query, end, -1));
      }
    }
    planted.sort(Comparator.comparingLong(Planted::endUs).thenComparingLong(p -> p.query().key()));
    List<Query> queries = new ArrayList<>(planted.size());
    int[] requestOf = new int[planted.size()];
    for (int i = 0; i < requestOf.length; i++) {
      queries.add(planted.get(i).query().at(i));
      requestOf[i] = planted.get(i).request();
    }
    return new Planting(queries, requestOf);
  }

  /** The queries of each request in the order in which they ran. */
  private static int[][] chains(QueryTies ties) {
    List<List<Integer>> chains = new ArrayList<>();
    for (int r = 0; r < ties.requests().size(); r++) {
      chains.add(new ArrayList<>());
    }
    for (int g = 0; g < ties.groups().size(); g++) {
      int request = ties.tiedRequest(g);
      if (request >= 0) {
        for (int query : ties.groups().get(g).queries()) {
          chains.get(request).add(query);
        }
      }
    }
    Comparator<Integer> byStart =
        Comparator.<Integer>comparingLong(i -> ties.queries().get(i).middleStartUs())
            .thenComparingLong(i -> ties.queries().get(i).order());
    int[][] sorted = new int[chains.size()][];
    for (int r = 0; r < sorted.length; r++) {
      chains.get(r).sort(byStart);
      sorted[r] = chains.get(r).stream().mapToInt(Integer::intValue).toArray();
    }
    return sorted;
  }

  private static int[] donors(List<TiedRequest> requests, int[][] chains, Random random) {
    Map<String, List<Integer>> pages = new HashMap<>();
    for (int r = 0; r < chains.length; r++) {
      if (chains[r].length > 0) {
        String page = String.valueOf(requests.get(r).web().endpoint());
        pages.computeIfAbsent(page, unseen -> new ArrayList<>()).add(r);
      }
    }
    int[] placeOf = new int[chains.length];
    for (List<Integer> page : pages.values()) {
      page.sort(
          Comparator.<Integer>comparingLong(r -> pageDurationUs(requests.get(r)))
              .thenComparing(Comparator.naturalOrder()));
      for (int place = 0; place < page.size(); place++) {
        placeOf[page.get(place)] = place;
      }
    }
    int[] donors = new int[chains.length];
    Arrays.fill(donors, -1);
    for (int r = 0; r < chains.length; r++) {
      if (chains[r].length > 0) {
        List<Integer> page = pages.get(String.valueOf(requests.get(r).web().endpoint()));
        int from = Math.max(0, placeOf[r] - NEAREST);
        int to = Math.min(page.size(), placeOf[r] + NEAREST + 1);
        int place = from + random.nextInt(to - from);
        // Its own chain would be in its own place: nothing to find out.
        place = place == placeOf[r] && to - from > 1 ? (place + 1 < to ? place + 1 : from) : place;
        donors[r] = page.get(place);
      }
    }
    return donors;
  }

  private static void plant(
      List<Query> given,
      QueryTies ties,
      int request,
      int[] own,
      int[] chain,
      int donor,
      Random random,
      List<Planted> planted) {
    TiedRequest from = ties.requests().get(donor);
    TiedRequest into = ties.requests().get(request);
    long donorStart = (pageFromUs(from) + pageByUs(from)) / 2;
    // Pauses and times of the donor, one after the other, then what is left to its end.
    double[] pause = new double[chain.length + 1];
    double[] time = new double[chain.length];
    double end = 0;
    for (int i = 0; i < chain.length; i++) {
      Query query = ties.queries().get(chain[i]);
      pause[i] = Math.max(0, query.middleStartUs() - donorStart - end);
      time[i] = query.queryTimeUs();
      end += pause[i] + time[i];
    }
    pause[chain.length] = Math.max(0, pageDurationUs(from) - end);
    double sum = end + pause[chain.length];
    double scale = sum == 0 ? 0 : pageDurationUs(into) / sum;
    long latest = Math.min(pageByUs(into), into.latestEndUs() - pageDurationUs(into));
    long width = Math.max(0, latest - pageFromUs(into));
    double at = pageFromUs(into) + (width == 0 ? 0 : random.nextDouble() * width);
    for (int i = 0; i < chain.length; i++) {
      at += pause[i] * scale;
      long start = Math.round(at);
      long lasts = Math.round(time[i] * scale);
      at += time[i] * scale;
      Query query = given.get(chain[i]);
      Query line = given.get(own[Math.min(i, own.length - 1)]);
      long logged = loggedStartUs(start, lasts, query.slackUs(), random);
      planted.add(new Planted(query.runBy(line, logged, lasts), start + lasts, request));
    }
  }

  /** The start as the log would tell it: whole seconds are those of the end. */
  private static long loggedStartUs(long start, long lasts, long slack, Random random) {
    if (slack == 0) {
      return start;
    }
    if (slack == SECOND - 1) {
      return Math.floorDiv(start + lasts, SECOND) * SECOND - lasts;
    }
    return start - (long) (random.nextDouble() * slack);
  }

  private static long pageFromUs(TiedRequest request) {
    AppEvent event = request.event();
    return event == null ? request.earliestStartUs() : event.startUs();
  }

  private static long pageByUs(TiedRequest request) {
    AppEvent event = request.event();
    return event == null ? request.latestStartUs() : event.latestStartUs();
  }

  private static long pageDurationUs(TiedRequest request) {
    long whole = request.web().durationUs();
    if (!request.hasAppDuration()) {
      return whole;
    }
    // Of a page timed in whole seconds hardly more is known than that it takes most of its request.
    long least = request.event().uncertaintyUs() > 0 ? whole / 2 : 0;
    return Math.min(whole, Math.max(least, request.event().durationUs()));
  }
}
