package io.tierlens.cli.report.words;

/** The unit of all durations of one report, so that its figures can be compared at sight. */
public enum DurationUnit {
  /** Seconds, for requests that take about a second or more. */
  SECONDS("s", 1e6),
  /** Milliseconds. */
  MILLISECONDS("ms", 1e3);

  private final String symbol;
  private final double microseconds;

  DurationUnit(String symbol, double microseconds) {
    this.symbol = symbol;
    this.microseconds = microseconds;
  }

  /** Returns the unit that fits a report whose longest mean is this many microseconds. */
  public static DurationUnit fitting(double longestUs) {
    return longestUs >= 1e6 ? SECONDS : MILLISECONDS;
  }

  /** Returns the symbol of the unit. */
  public String symbol() {
    return symbol;
  }

  /** Returns the unit for a figure of this size: a hundredth of a second is better read in ms. */
  DurationUnit closeTo(double us) {
    return this == SECONDS && Math.abs(us) < 10_000 && us != 0 ? MILLISECONDS : this;
  }

  double of(double us) {
    return us / microseconds;
  }
}
