package io.tierlens.attribution.difference;

/**
 * How widely durations spread, in itself a result: a machine that answers one repeated request in
 * half a second or in two is worse than its mean says.
 *
 * @param variation standard deviation over mean; NaN below two requests
 * @param tailRatio 95 percent quantile over median; NaN without requests
 */
record Variation(double variation, double tailRatio) {
  /** Means over ranks, as single ranks of coarse durations are all the same or far apart. */
  private static final RankWindow MEDIAN = new RankWindow(0.5);

  private static final RankWindow TAIL = new RankWindow(0.95);

  /** The spread of some requests, given from the shortest to the longest. */
  static Variation of(Part part, int[] members) {
    Sample sample = part.sample();
    double[] values = new double[members.length];
    int n = 0;
    double sum = 0;
    for (int i : members) {
      if (part.has(i)) {
        values[n++] = sample.totalUs(i);
        sum += sample.totalUs(i);
      }
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double variation = n < 2 || mean <= 0 ? Double.NaN : Math.sqrt(squares / (n - 1)) / mean;
    double median = MEDIAN.of(values, n);
    return new Variation(variation, median > 0 ? TAIL.of(values, n) / median : Double.NaN);
  }

  /**
   * Both figures of the candidate over those of the baseline, as logarithms: they can be told apart
   * from none by their sign.
   */
  static double[] logRatios(Variation baseline, Variation candidate) {
    return new double[] {
      Math.log(candidate.variation / baseline.variation),
      Math.log(candidate.tailRatio / baseline.tailRatio)
    };
  }
}
