package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whether requests end in the order in which their connections do. The query log and the access log
 * are both written at completion, so their lines tell the order of ends where the stamps do not.
 */
final class EndOrder {
  /** Log odds of two neighbours in order against two out of order. */
  static final double OUT_OF_ORDER = 2;

  /** A last query further from the request's end says nothing about it; stamps are in seconds. */
  private static final long NEAR_US = 2_000_000;

  /** Neighbours on each side that are looked at. */
  private static final int NEIGHBOURS = 12;

  private final List<TiedRequest> requests;
  private final List<QueryGroup> groups;
  private final int[] groupAt;
  private final int[] placeOf;

  EndOrder(List<Query> queries, List<TiedRequest> requests, List<QueryGroup> groups) {
    this.requests = requests;
    this.groups = groups;
    this.groupAt = new int[groups.size()];
    this.placeOf = new int[groups.size()];
    Integer[] order = new Integer[groups.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingLong(g -> queries.get(last(groups.get(g))).order())
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < order.length; i++) {
      groupAt[i] = order[i];
      placeOf[order[i]] = i;
    }
  }

  private static int last(QueryGroup group) {
    return group.queries()[group.queries().length - 1];
  }

  /**
   * Neighbours whose request would end out of order, if the group went to the request and the one
   * that is there now came in its place.
   */
  int outOfOrder(int g, int request, int[] tied) {
    int place = placeOf[g];
    if (!near(g, request)) {
      return 0;
    }
    int from = Math.max(0, place - NEIGHBOURS);
    int to = Math.min(groupAt.length, place + NEIGHBOURS + 1);
    int count = 0;
    for (int i = from; i < to; i++) {
      int other = tied[groupAt[i]];
      if (other == request) {
        other = tied[g];
      }
      if (other < 0 || i == place || !near(groupAt[i], other)) {
        continue;
      }
      int ends = compareEnds(requests.get(other), requests.get(request));
      if (Integer.compare(i, place) * ends < 0) {
        count++;
      }
    }
    return count;
  }

  /** By time where the stamps tell it, else by the lines of the log. */
  private static int compareEnds(TiedRequest a, TiedRequest b) {
    if (a.latestEndUs() < b.earliestEndUs()) {
      return -1;
    }
    if (a.earliestEndUs() > b.latestEndUs()) {
      return 1;
    }
    return Long.compare(a.web().order(), b.web().order());
  }

  /** True where the last query is so close to the request's end that it can stand for it. */
  private boolean near(int g, int request) {
    TiedRequest r = requests.get(request);
    long end = (r.earliestEndUs() + r.latestEndUs()) / 2;
    return end - groups.get(g).endsFrom() < NEAR_US;
  }
}
