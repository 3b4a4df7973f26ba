package io.tierlens.attribution.matching;

/**
 * What the tying expects of itself; see {@link Expectation}.
 *
 * @param shareRight share of the queries expected at the right request
 * @param endpointError expected relative error of an endpoint's time in the database, weighted by
 *     time
 * @param totalError expected relative error of the time in the database of all requests together
 */
public record TieConfidence(double shareRight, double endpointError, double totalError) {

  /** The mean of two in each respect; one that is null does not count. */
  static TieConfidence mean(TieConfidence one, TieConfidence other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new TieConfidence(
        (one.shareRight() + other.shareRight()) / 2,
        (one.endpointError() + other.endpointError()) / 2,
        (one.totalError() + other.totalError()) / 2);
  }
}
