package io.tierlens.attribution.tier;

import java.util.Arrays;

/** Spread of single values: standard deviation and quantiles; nulls where there is no value. */
record Spread(Double stddevUs, Double p50Us, Double p95Us, Double p99Us) {

  static final Spread UNKNOWN = new Spread(null, null, null, null);

  static Spread of(double[] values) {
    if (values.length == 0) {
      return UNKNOWN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(
        deviation(sorted), quantile(sorted, 0.50), quantile(sorted, 0.95), quantile(sorted, 0.99));
  }

  private static Double deviation(double[] values) {
    if (values.length < 2) {
      return null;
    }
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Between the two nearest values in proportion. */
  private static double quantile(double[] sorted, double q) {
    double place = q * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
