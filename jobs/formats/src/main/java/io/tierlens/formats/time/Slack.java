package io.tierlens.formats.time;

/** How much later than a logged stamp the true instant may be. */
public final class Slack {

  /** A stamp in whole seconds is cut off, so the true instant lies less than a second behind it. */
  public static final long OF_WHOLE_SECONDS_US = 999_999;

  /**
   * Of a stamp that is cut off to a whole number of units.
   *
   * @param unitUs the unit in microseconds; 1 for a stamp that is exact
   */
  public static long ofUnit(long unitUs) {
    return unitUs - 1;
  }

  private Slack() {}

  /** Of a stamp whose seconds have so many decimals; six or more leave nothing open. */
  public static long ofDecimalsUs(int decimals) {
    long unit = 1_000_000;
    for (int i = 0; i < decimals && unit > 1; i++) {
      unit /= 10;
    }
    return unit - 1;
  }
}
