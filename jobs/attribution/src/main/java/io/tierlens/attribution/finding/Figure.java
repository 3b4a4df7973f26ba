package io.tierlens.attribution.finding;

/**
 * A measured figure, ready to be held against thresholds.
 *
 * @param before the baseline's part of it, or null
 * @param after the candidate's part, or null
 * @param value what is tested; null where it was not measured
 * @param firm false where the samples do not tell the two parts apart
 */
record Figure(Measure measure, Double before, Double after, Double value, boolean firm) {

  static Figure of(Measure measure, Double value) {
    return new Figure(measure, null, null, value, true);
  }

  /** A figure that was made of two others. */
  static Figure of(Measure measure, Double before, Double after, Double value) {
    return new Figure(measure, before, after, value, true);
  }

  /** The second over the first. */
  static Figure growth(Measure measure, Double before, Double after) {
    return of(measure, before, after, ratio(before, after));
  }

  /** Likewise, of CPU times. */
  static Figure growth(Measure measure, Demand before, Demand after) {
    if (before == null || after == null) {
      return of(measure, null);
    }
    Double value = ratio(before.ms(), after.ms());
    return new Figure(measure, before.ms(), after.ms(), value, after.differsFrom(before));
  }

  /** A part in percent of a whole. */
  static Figure share(Measure measure, Double part, Double whole) {
    Double ratio = ratio(whole, part);
    return of(measure, ratio == null ? null : Double.valueOf(100 * ratio));
  }

  static Double ratio(Double of, Double value) {
    return of == null || value == null || of <= 0 ? null : Double.valueOf(value / of);
  }
}
