package io.tierlens.attribution.difference;

import java.util.Locale;

/** What is compared between two runs. */
public enum Measure {
  /** Mean time of a request. */
  MEAN,
  /** Median. */
  P50,
  /** What 95 of 100 requests stay below. */
  P95,
  /** What 99 of 100 requests stay below. */
  P99,
  /** Hodges-Lehmann estimate of how much longer a request takes. */
  SHIFT,
  /** Standard deviation over mean. */
  VARIATION,
  /** 95 percent quantile over median. */
  TAIL_RATIO;

  /** The measure as tables write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
