package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.webapp.TiedRequest;
import io.tierlens.attribution.webapp.WebAppJoin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties pages to requests anew where two requests of one path can have each other's page. The page
 * brings its connection with it, whose last query tells more finely than the page's own stamp which
 * of the two ended first.
 */
final class PageSwaps {
  private static final int ROUNDS = 20;

  private final List<TiedRequest> requests;
  private final List<QueryGroup> groups;
  private final EndOrder ends;
  private final int[] tied;
  private final int[] groupOf;

  /** Changes {@code requests} and {@code tied} in place. */
  PageSwaps(List<TiedRequest> requests, List<QueryGroup> groups, EndOrder ends, int[] tied) {
    this.requests = requests;
    this.groups = groups;
    this.ends = ends;
    this.tied = tied;
    this.groupOf = new int[requests.size()];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] >= 0) {
        groupOf[tied[g]] = g;
      }
    }
  }

  /** Two requests of one path that can have each other's page. */
  private interface Pair {
    void accept(int first, int second);
  }

  /** Swaps while that makes the ties likelier; true if something was swapped. */
  boolean improve() {
    boolean any = false;
    for (int round = 0; round < ROUNDS; round++) {
      boolean[] swapped = {false};
      for (List<Integer> ofPath : byPath()) {
        forEachPair(ofPath, (a, b) -> swapped[0] |= swapIfBetter(a, b));
      }
      any |= swapped[0];
      if (!swapped[0]) {
        break;
      }
    }
    return any;
  }

  private Collection<List<Integer>> byPath() {
    Map<String, List<Integer>> paths = new LinkedHashMap<>();
    for (int r = 0; r < requests.size(); r++) {
      if (requests.get(r).event() != null) {
        String path = String.valueOf(requests.get(r).web().path());
        paths.computeIfAbsent(path, p -> new ArrayList<>()).add(r);
      }
    }
    return paths.values();
  }

  private void forEachPair(List<Integer> ofPath, Pair pair) {
    for (int i = 0; i < ofPath.size(); i++) {
      int first = ofPath.get(i);
      for (int j = i + 1; j < ofPath.size(); j++) {
        int second = ofPath.get(j);
        AppEvent event = requests.get(first).event();
        // In order of starts: none further on can have this one's page.
        if (requests.get(second).web().startUs() > event.latestStartUs()) {
          break;
        }
        if (WebAppJoin.fits(requests.get(first), requests.get(second).event())
            && WebAppJoin.fits(requests.get(second), event)) {
          pair.accept(first, second);
        }
      }
    }
  }

  private boolean swapIfBetter(int a, int b) {
    double before = cost(a) + cost(b);
    swap(a, b);
    if (fits(a) && fits(b) && cost(a) + cost(b) < before - 1e-9) {
      return true;
    }
    swap(a, b);
    return false;
  }

  /**
   * For each request the sum of the odds that it should have the page of another one of its path,
   * each at most 1.
   */
  double[] oddsOfOthers() {
    double[] odds = new double[requests.size()];
    for (List<Integer> ofPath : byPath()) {
      forEachPair(
          ofPath,
          (a, b) -> {
            double before = cost(a) + cost(b);
            swap(a, b);
            double odd = fits(a) && fits(b) ? Math.exp(before - cost(a) - cost(b)) : 0;
            swap(a, b);
            odds[a] += Math.min(1, odd);
            odds[b] += Math.min(1, odd);
          });
    }
    return odds;
  }

  private double cost(int r) {
    TiedRequest request = requests.get(r);
    double cost = WebAppJoin.cost(request, request.event());
    return groupOf[r] < 0
        ? cost
        : cost + EndOrder.OUT_OF_ORDER * ends.outOfOrder(groupOf[r], r, tied);
  }

  private boolean fits(int r) {
    return groupOf[r] < 0 || groups.get(groupOf[r]).fits(requests.get(r));
  }

  private void swap(int a, int b) {
    AppEvent event = requests.get(a).event();
    requests.set(a, requests.get(a).with(requests.get(b).event()));
    requests.set(b, requests.get(b).with(event));
    int group = groupOf[a];
    groupOf[a] = groupOf[b];
    groupOf[b] = group;
    for (int r : new int[] {a, b}) {
      if (groupOf[r] >= 0) {
        tied[groupOf[r]] = r;
      }
    }
  }
}
