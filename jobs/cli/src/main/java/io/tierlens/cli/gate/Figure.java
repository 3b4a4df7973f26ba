package io.tierlens.cli.gate;

/**
 * What one run tells of a measure.
 *
 * @param us nullable
 * @param lowUs the least that the logs allow, nullable
 * @param highUs the most, null where there is none
 * @param missing why there is neither figure nor bound, or only a bound; null where there is one
 */
record Figure(Double us, Double lowUs, Double highUs, String missing) {

  static Figure exactly(double us) {
    return new Figure(us, us, us, null);
  }

  static Figure missing(String why) {
    return new Figure(null, null, null, why);
  }

  boolean bounded() {
    return lowUs != null || highUs != null;
  }

  double low() {
    return lowUs != null ? lowUs : us != null ? us : 0;
  }

  /** No upper end means that there is none, unless there is no lower one either. */
  double high() {
    return highUs != null ? highUs : us != null && lowUs == null ? us : Double.POSITIVE_INFINITY;
  }
}
