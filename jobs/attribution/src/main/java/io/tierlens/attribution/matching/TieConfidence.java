package io.tierlens.attribution.matching;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What the tying expects of itself: for each tie, how much less likely the run would be if two
 * connections changed places, or one went to a request that has none. Nothing here knows the truth;
 * it is as good as the likelihoods are.
 *
 * @param shareRight share of tied connections expected at the right request
 * @param endpointError expected relative error of an endpoint's time in the database
 */
record TieConfidence(double shareRight, double endpointError) {

  /** Of ties that are not guessed. */
  static final TieConfidence CERTAIN = new TieConfidence(1, 0);

  static TieConfidence of(
      GroupMatcher matcher,
      PageSwaps swaps,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      int[] tied) {
    int[] groupOf = new int[requests.size()];
    Arrays.fill(groupOf, -1);
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] >= 0) {
        groupOf[tied[g]] = g;
      }
    }
    double[] byPages = swaps.oddsOfOthers();
    double right = 0;
    double ties = 0;
    double error = 0;
    double time = 0;
    for (int g = 0; g < tied.length; g++) {
      if (tied[g] < 0) {
        continue;
      }
      double odds = byPages[tied[g]];
      double moved = 0;
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
          moved += odd * Math.abs(groups.get(g).totalUs() - there);
        }
      }
      right += 1 / (1 + odds);
      error += moved / (1 + odds);
      time += groups.get(g).totalUs();
      ties++;
    }
    return new TieConfidence(ties == 0 ? 1 : right / ties, time == 0 ? 0 : error / time);
  }

  private static boolean sameEndpoint(TiedRequest a, TiedRequest b) {
    return Objects.equals(a.web().endpoint(), b.web().endpoint());
  }
}
