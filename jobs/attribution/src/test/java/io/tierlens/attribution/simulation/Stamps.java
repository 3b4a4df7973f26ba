package io.tierlens.attribution.simulation;

/** How finely the logs tell instants. */
public enum Stamps {
  MICROSECONDS(1),
  WHOLE_SECONDS(1_000_000);

  private final long unitUs;

  Stamps(long unitUs) {
    this.unitUs = unitUs;
  }

  long cut(long instantUs) {
    return Math.floorDiv(instantUs, unitUs) * unitUs;
  }

  /** How much later than its stamp an instant may be. */
  long slackUs() {
    return unitUs - 1;
  }
}
