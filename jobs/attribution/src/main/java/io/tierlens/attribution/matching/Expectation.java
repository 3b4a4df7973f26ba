package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Window;

/** What a run's ties are expected to be worth, found out without knowing the truth. */
interface Expectation {

  /** Of ties that are not guessed. */
  Expectation CERTAIN = window -> new TieConfidence(1, 0, 0);

  /**
   * What is expected of the requests of a window.
   *
   * @param window null for all of them
   * @return null where the window has no queries
   */
  TieConfidence within(Window window);
}
