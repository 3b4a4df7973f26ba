package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Which endpoint each request of a pair of samples counts for, the tail of both being one. */
final class Cells {

  private final List<String> endpoints;
  private final int[] baseline;
  private final int[] candidate;

  /** Takes the endpoints that are told one by one, in any order. */
  Cells(Pair pair, SortedSet<String> endpoints) {
    this.endpoints = List.copyOf(endpoints);
    Map<String, Integer> places = new TreeMap<>();
    for (String endpoint : endpoints) {
      places.put(endpoint, places.size());
    }
    this.baseline = places(pair.baseline(), places);
    this.candidate = places(pair.candidate(), places);
  }

  private static int[] places(Sample sample, Map<String, Integer> places) {
    int tail = places.getOrDefault(EndpointTail.NAME, -1);
    int[] found = new int[sample.size()];
    for (int i = 0; i < found.length; i++) {
      String endpoint = sample.request(i).endpoint();
      found[i] = endpoint == null ? tail : places.getOrDefault(endpoint, tail);
    }
    return found;
  }

  List<String> endpoints() {
    return endpoints;
  }

  IntPredicate inBaseline(int endpoint) {
    return i -> baseline[i] == endpoint;
  }

  IntPredicate inCandidate(int endpoint) {
    return i -> candidate[i] == endpoint;
  }

  long baselineRequests(int endpoint) {
    return Arrays.stream(baseline).filter(e -> e == endpoint).count();
  }

  long candidateRequests(int endpoint) {
    return Arrays.stream(candidate).filter(e -> e == endpoint).count();
  }

  /**
   * Within and mix of one tier for each endpoint in turn, then their sums; as {@link
   * Difference#split} does it with the rows of the tables.
   */
  double[] split(Part before, Part after, Tier tier) {
    int n = endpoints.size();
    double[] parts = new double[2 * n + 2];
    double[] countBefore = new double[n];
    double[] countAfter = new double[n];
    double[] sumBefore = sums(before, baseline, tier, countBefore);
    double[] sumAfter = sums(after, candidate, tier, countAfter);
    double allBefore = Arrays.stream(countBefore).sum();
    double allAfter = Arrays.stream(countAfter).sum();
    for (int e = 0; e < n; e++) {
      double shareBefore = countBefore[e] / allBefore;
      double shareAfter = countAfter[e] / allAfter;
      // An endpoint that one part does not have is a change of the mix alone.
      double meanBefore =
          countBefore[e] == 0 ? sumAfter[e] / countAfter[e] : sumBefore[e] / countBefore[e];
      double meanAfter = countAfter[e] == 0 ? meanBefore : sumAfter[e] / countAfter[e];
      if (countBefore[e] + countAfter[e] > 0) {
        parts[2 * e] = (shareBefore + shareAfter) / 2 * (meanAfter - meanBefore);
        parts[2 * e + 1] = (shareAfter - shareBefore) * (meanBefore + meanAfter) / 2;
      }
      parts[2 * n] += parts[2 * e];
      parts[2 * n + 1] += parts[2 * e + 1];
    }
    return parts;
  }

  private static double[] sums(Part part, int[] places, Tier tier, double[] count) {
    double[] values = part.sample().tier(tier);
    double[] sums = new double[count.length];
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0 && part.has(i)) {
        sums[places[i]] += values[i];
        count[places[i]]++;
      }
    }
    return sums;
  }
}
