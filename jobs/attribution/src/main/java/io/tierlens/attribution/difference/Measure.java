package io.tierlens.attribution.difference;

import java.util.Locale;

/** What is compared between two runs. */
public enum Measure {
  /** Mean time of a request. */
  MEAN,
  /** What one request in ten stays below; the deciles from here to P90 are of whole requests. */
  P10,
  /** What 20 of 100 requests stay below. */
  P20,
  /** What 30 of 100 requests stay below. */
  P30,
  /** What 40 of 100 requests stay below. */
  P40,
  /** Median. */
  P50,
  /** What 60 of 100 requests stay below. */
  P60,
  /** What 70 of 100 requests stay below. */
  P70,
  /** What 80 of 100 requests stay below. */
  P80,
  /** What 90 of 100 requests stay below. */
  P90,
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
