package io.tierlens.attribution.matching;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * For each tie of a connection, how much less likely the run would be if two connections changed
 * places, or one went to a request that has none. Nothing here knows the truth; it is as good as
 * the likelihoods are.
 *
 * <p>With whole-second stamps this foretells more than a self-test, which can't plant a chain more
 * finely than the stamps tell where it was.
 */
final class TieOdds implements Expectation {
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
  public Map<String, TieConfidence> by(
      Iterable<TiedRequest> all, Function<TiedRequest, String> sliceOf) {
    Map<String, double[]> slices = new HashMap<>();
    int r = 0;
    for (TiedRequest request : all) {
      String name = sliceOf.apply(request);
      if (name != null) {
        double[] sums = slices.computeIfAbsent(name, unseen -> new double[4]);
        sums[0] += queries[r];
        sums[1] += right[r];
        sums[2] += time[r];
        sums[3] += moved[r];
      }
      r++;
    }
    Map<String, TieConfidence> worth = new HashMap<>();
    slices.forEach(
        (name, sums) -> {
          double error = sums[2] == 0 ? 0 : sums[3] / sums[2];
          if (sums[0] > 0) {
            worth.put(name, new TieConfidence(sums[1] / sums[0], error, error));
          }
        });
    return worth;
  }

  private static boolean sameEndpoint(TiedRequest a, TiedRequest b) {
    return Objects.equals(a.web().endpoint(), b.web().endpoint());
  }
}
