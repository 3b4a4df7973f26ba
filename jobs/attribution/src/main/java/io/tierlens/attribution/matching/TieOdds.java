package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * For each tie of a connection, how much less likely the run would be if two connections changed
 * places, or one went to a request that has none. Nothing here knows the truth; it is as good as
 * the likelihoods are.
 *
 * <p>With whole-second stamps this foretells more than a self-test, which can't plant a chain more
 * finely than the stamps tell where it was.
 */
final class TieOdds implements Expectation {
  private final List<TiedRequest> requests;
  private final double[] queries;
  private final double[] right;
  private final double[] time;
  private final double[] moved;

  TieOdds(
      GroupMatcher matcher,
      PageSwaps swaps,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      int[] tied) {
    this.requests = requests;
    queries = new double[requests.size()];
    right = new double[requests.size()];
    time = new double[requests.size()];
    moved = new double[requests.size()];
    int[] groupOf = new int[requests.size()];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] >= 0) {
        groupOf[tied[g]] = g;
      }
    }
    double[] byPages = swaps.oddsOfOthers();
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] < 0) {
        continue;
      }
      double odds = byPages[tied[g]];
      double timeMoved = 0;
      for (int place = candidates.from(g); place < candidates.to(g); place++) {
        int request = candidates.request(place);
        int other = groupOf[request];
        if (request == tied[g] || (other >= 0 && !candidates.has(other, tied[g]))) {
          continue;
        }
        double odd = Math.min(1, Math.exp(-matcher.costOfSwap(g, other, request)));
        odds += odd;
        if (!sameEndpoint(requests.get(request), requests.get(tied[g]))) {
          long there = other < 0 ? 0 : groups.get(other).totalUs();
          timeMoved += odd * Math.abs(groups.get(g).totalUs() - there);
        }
      }
      int at = tied[g];
      queries[at] = groups.get(g).queries().length;
      right[at] = queries[at] / (1 + odds);
      time[at] = groups.get(g).totalUs();
      moved[at] = timeMoved / (1 + odds);
    }
  }

  @Override
  public TieConfidence within(Window window) {
    double allQueries = 0;
    double allRight = 0;
    double allTime = 0;
    double allMoved = 0;
    for (int r = 0; r < requests.size(); r++) {
      if (window == null || window.contains(requests.get(r).web().middleStartUs())) {
        allQueries += queries[r];
        allRight += right[r];
        allTime += time[r];
        allMoved += moved[r];
      }
    }
    if (allQueries == 0) {
      return null;
    }
    double error = allTime == 0 ? 0 : allMoved / allTime;
    return new TieConfidence(allRight / allQueries, error, window == null ? 0 : error);
  }

  private static boolean sameEndpoint(TiedRequest a, TiedRequest b) {
    return Objects.equals(a.web().endpoint(), b.web().endpoint());
  }
}
