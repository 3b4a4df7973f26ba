package io.tierlens.attribution.difference;

import java.util.Arrays;

/**
 * What the clients of a run or window did, as the requests tell it.
 *
 * @param clients that ask, wait, think and ask again
 * @param thinkUs between two requests of a client
 * @param concurrency mean number of requests in the stack
 * @param residenceUs mean request
 */
record Load(int clients, double thinkUs, double concurrency, double residenceUs) {
  /** The most that a model can be asked for in reasonable time. */
  static final int MOST_CLIENTS = 500;

  /** Stamps of a whole second put requests together that were not; but not many of them. */
  private static final double OF_CONCURRENCY = 0.99;

  /** The load of a sample; null where it is not told. */
  static Load of(Sample sample) {
    if (sample.size() < 2 || !sample.tellsConcurrency()) {
      return null;
    }
    int n = sample.size();
    double end = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      end = Math.max(end, sample.startUs(i) + sample.totalUs(i) - sample.startUs(0));
      sum += sample.totalUs(i);
    }
    if (end <= 0 || sum <= 0) {
      return null;
    }
    int[] active = sample.concurrency();
    Arrays.sort(active);
    int clients = active[(int) Math.ceil(OF_CONCURRENCY * n) - 1];
    if (clients > MOST_CLIENTS) {
      return null;
    }
    // Clients are either in the stack or thinking.
    double think = Math.max(0, clients * end / n - sum / n);
    return new Load(clients, think, sum / end, sum / n);
  }
}
