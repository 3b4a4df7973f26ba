package io.tierlens.cli.gate;

/**
 * How a measure differs between two runs.
 *
 * @param baselineUs nullable
 * @param deltaUs candidate less baseline, nullable
 * @param lowUs lower end of the interval of deltaUs, nullable
 * @param highUs upper end, nullable
 * @param confidencePercent of the interval; null where it holds bounds and no noise
 * @param significant whether the difference is more than noise; null where that cannot be said
 * @param missing why there is no difference or no interval; null where there are both
 */
record Change(
    Double baselineUs,
    Double deltaUs,
    Double lowUs,
    Double highUs,
    Integer confidencePercent,
    Boolean significant,
    String missing) {

  static Change missing(String why) {
    return new Change(null, null, null, null, null, null, why);
  }
}
