package io.tierlens.attribution.tier;

/**
 * A mean with the ends of what the logs allow for it.
 *
 * @param mean null where the logs give bounds only
 * @param high null where there is no upper end
 */
record Bounded(Double mean, double low, Double high) {

  static Bounded exact(double mean) {
    return new Bounded(mean, mean, mean);
  }

  /** This less the other, at least 0. */
  Bounded minus(Bounded other) {
    Double difference = mean == null || other.mean == null ? null : mean - other.mean;
    double lowest = other.high == null ? 0 : Math.max(0, low - other.high);
    Double highest = high == null ? null : Math.max(0, high - other.low);
    return new Bounded(difference, lowest, highest);
  }

  /** False for a mean that only the resolution of the stamps has put where no mean can be. */
  boolean possible() {
    return mean == null || (mean >= 0 && mean >= low - 1 && (high == null || mean <= high + 1));
  }
}
