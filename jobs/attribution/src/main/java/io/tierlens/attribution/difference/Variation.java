package io.tierlens.attribution.difference;

import java.util.function.IntPredicate;

/**
 * How widely durations spread, in itself a result: a machine that answers one repeated request in
 * half a second or in two is worse than its mean says.
 *
 * @param variation standard deviation over mean; NaN below two requests
 * @param tailRatio 95 percent quantile over median; NaN without requests
 */
record Variation(double variation, double tailRatio) {

  static Variation of(Part part, IntPredicate chosen) {
    Sample sample = part.sample();
    double[] values = new double[sample.size()];
    int n = 0;
    double sum = 0;
    for (int rank = 0; rank < values.length; rank++) {
      int i = sample.byDuration(rank);
      if (part.has(i) && chosen.test(i)) {
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
    double median = quantile(values, n, 0.5);
    return new Variation(variation, median > 0 ? quantile(values, n, 0.95) / median : Double.NaN);
  }

  /** Between the two nearest values in proportion. */
  private static double quantile(double[] sorted, int n, double q) {
    if (n == 0) {
      return Double.NaN;
    }
    double place = q * (n - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(n - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
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
