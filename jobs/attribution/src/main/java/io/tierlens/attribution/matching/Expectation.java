package io.tierlens.attribution.matching;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.function.Predicate;

/** What a run's ties are expected to be worth, found out without knowing the truth. */
interface Expectation {

  /** Of ties that are not guessed. */
  Expectation CERTAIN = requests -> new TieConfidence(1, 0, 0);

  /**
   * What is expected of some requests.
   *
   * @return null where they have no queries
   */
  TieConfidence of(Predicate<TiedRequest> requests);

  /** The worse of two, since either may be too sure. */
  default Expectation atMost(Expectation other) {
    return requests -> {
      TieConfidence own = of(requests);
      TieConfidence others = other.of(requests);
      if (own == null || others == null) {
        return own == null ? others : own;
      }
      return new TieConfidence(
          Math.min(own.shareRight(), others.shareRight()),
          Math.max(own.endpointError(), others.endpointError()),
          Math.max(own.totalError(), others.totalError()));
    };
  }
}
