package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.tier.Batches;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Requests of one run or of one window of it, as columns in order of their starts, cut into
 * contiguous batches of equal time.
 */
final class Sample {
  private final List<Request> requests;
  private final long[] startUs;
  private final double[] totalUs;
  private final int[] batch;
  private final int batches;
  private final int[] byDuration;
  private final Map<Tier, double[]> tiers = new EnumMap<>(Tier.class);

  private Sample(List<Request> sorted) {
    this.requests = sorted;
    int n = sorted.size();
    this.startUs = sorted.stream().mapToLong(Sample::middleStartUs).toArray();
    this.totalUs = sorted.stream().mapToDouble(Request::durationUs).toArray();
    this.batch = new int[n];
    this.batches = cut(n);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> totalUs[i])
            .thenComparing(i -> sorted.get(i).requestKey()));
    this.byDuration = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /**
   * Takes requests in any order.
   *
   * @param queriesTold false where the slow log leaves out queries, so that what requests took in
   *     the database is not known
   */
  static Sample of(List<Request> requests, boolean queriesTold) {
    List<Request> sorted = new ArrayList<>(requests);
    sorted.sort(
        Comparator.comparingLong(Sample::middleStartUs).thenComparingLong(Request::requestKey));
    Sample sample = new Sample(sorted);
    sample.tiers.put(Tier.REQUEST, sample.totalUs);
    if (queriesTold) {
      sample.split();
    }
    return sample;
  }

  private void split() {
    if (!requests.stream().allMatch(r -> r.dbUs() != null) || requests.isEmpty()) {
      return;
    }
    double[] db = requests.stream().mapToDouble(Request::dbUs).toArray();
    double[] webApp = new double[db.length];
    Arrays.setAll(webApp, i -> totalUs[i] - db[i]);
    tiers.put(Tier.DB, db);
    tiers.put(Tier.WEB_APP, webApp);
    if (requests.stream().allMatch(r -> r.webSelfUs() != null && r.appSelfUs() != null)) {
      tiers.put(Tier.WEB, requests.stream().mapToDouble(Request::webSelfUs).toArray());
      tiers.put(Tier.APP, requests.stream().mapToDouble(Request::appSelfUs).toArray());
    }
  }

  private int cut(int n) {
    int count = Batches.count(n);
    if (count == 0) {
      return 0;
    }
    double length = (startUs[n - 1] - startUs[0] + 1.0) / count;
    boolean[] some = new boolean[count];
    for (int i = 0; i < n; i++) {
      batch[i] = Math.min(count - 1, (int) ((startUs[i] - startUs[0]) / length));
      some[batch[i]] = true;
    }
    for (boolean any : some) {
      if (!any) {
        return 0;
      }
    }
    return count;
  }

  private static long middleStartUs(Request request) {
    return request.startTime() + request.startSlackUs() / 2;
  }

  int size() {
    return totalUs.length;
  }

  Request request(int i) {
    return requests.get(i);
  }

  long startUs(int i) {
    return startUs[i];
  }

  double totalUs(int i) {
    return totalUs[i];
  }

  /** How many batches there are; 0 where the run is too short. */
  int batches() {
    return batches;
  }

  int batch(int i) {
    return batch[i];
  }

  /** The request of this rank by duration, from 0. */
  int byDuration(int rank) {
    return byDuration[rank];
  }

  /** Time of each request in a tier, in the order of the sample; null where it is not told. */
  double[] tier(Tier tier) {
    return tiers.get(tier);
  }

  /** The finest tiers that both tell for each request and that add up to it. */
  static List<Tier> commonTiers(Sample one, Sample other) {
    for (List<Tier> set :
        List.of(List.of(Tier.WEB, Tier.APP, Tier.DB), List.of(Tier.WEB_APP, Tier.DB))) {
      if (one.tiers.keySet().containsAll(set) && other.tiers.keySet().containsAll(set)) {
        return set;
      }
    }
    return List.of(Tier.REQUEST);
  }

  /** The request as a whole, then its tiers where there are any. */
  static List<Tier> requestAnd(List<Tier> tiers) {
    List<Tier> all = new ArrayList<>(List.of(Tier.REQUEST));
    tiers.stream().filter(tier -> tier != Tier.REQUEST).forEach(all::add);
    return all;
  }

  /** Mean duration of each batch. */
  double[] batchMeans() {
    double[] sums = new double[batches];
    int[] counts = new int[batches];
    for (int i = 0; i < size() && batches > 0; i++) {
      sums[batch[i]] += totalUs[i];
      counts[batch[i]]++;
    }
    for (int b = 0; b < batches; b++) {
      sums[b] /= counts[b];
    }
    return sums;
  }

  double meanUs() {
    return Arrays.stream(totalUs).average().orElse(Double.NaN);
  }

  /**
   * How many requests are in the stack when each one starts, itself counted in. As the middle of
   * the possible starts counts, it is a guess where stamps are coarse.
   */
  int[] concurrency() {
    int n = size();
    double[] ends = new double[n];
    Arrays.setAll(ends, i -> startUs[i] + totalUs[i]);
    Arrays.sort(ends);
    int[] active = new int[n];
    int ended = 0;
    int started = 0;
    for (int i = 0; i < n; i++) {
      while (started < n && startUs[started] <= startUs[i]) {
        started++;
      }
      while (ended < n && ends[ended] <= startUs[i]) {
        ended++;
      }
      // A request of no length has ended when it starts, and is there all the same.
      active[i] = Math.max(1, started - ended);
    }
    return active;
  }

  /** Whether the stamps are fine enough to tell which requests were in the stack together. */
  boolean tellsConcurrency() {
    double slack = requests.stream().mapToDouble(Request::startSlackUs).average().orElse(0);
    return slack <= meanUs();
  }
}
