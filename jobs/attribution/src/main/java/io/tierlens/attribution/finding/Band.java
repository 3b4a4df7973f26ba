package io.tierlens.attribution.finding;

/**
 * From where on a figure speaks for a cause, and from where on against it; in between it speaks for
 * neither.
 *
 * @param high whether high figures speak for it
 * @param supports inclusive; null where no figure does
 * @param contradicts exclusive; null where no figure does
 */
record Band(boolean high, Double supports, Double contradicts) {

  static Band from(double supports) {
    return new Band(true, supports, null);
  }

  static Band upTo(double supports) {
    return new Band(false, supports, null);
  }

  /** No figure speaks for the cause, high ones speak against it. */
  static Band neverForAbove(double limit) {
    return new Band(false, null, limit);
  }

  /** No figure speaks for the cause, low ones speak against it. */
  static Band neverForBelow(double limit) {
    return new Band(true, null, limit);
  }

  Band againstBelow(double limit) {
    return new Band(true, supports, limit);
  }

  Band againstAbove(double limit) {
    return new Band(false, supports, limit);
  }

  boolean supportedBy(double value) {
    return supports != null && (high ? value >= supports : value <= supports);
  }

  boolean contradictedBy(double value) {
    return contradicts != null && (high ? value < contradicts : value > contradicts);
  }
}
