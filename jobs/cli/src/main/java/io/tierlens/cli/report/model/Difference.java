package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

/**
 * What a comparison of two runs says about one mean.
 *
 * @param delta candidate less baseline, nullable
 * @param low lower end of its 95 percent interval, nullable
 * @param high upper end, nullable
 * @param verdict what may be said
 * @param reason why nothing may be said, or a caution; nullable
 */
public record Difference(Double delta, Double low, Double high, Verdict verdict, String reason) {

  /** What may be said about a difference. */
  public enum Verdict {
    /** The candidate takes longer. */
    SLOWER,
    /** The candidate takes less time. */
    FASTER,
    /** The difference is within the noise of the runs. */
    NOT_SIGNIFICANT,
    /** The two means must not be compared, or can't be. */
    NOT_COMPARABLE
  }

  /** Refuses a missing verdict. */
  public Difference {
    requireNonNull(verdict, "verdict");
  }
}
