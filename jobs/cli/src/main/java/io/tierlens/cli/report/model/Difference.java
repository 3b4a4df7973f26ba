package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

/**
 * What a comparison of two runs says about one mean.
 *
 * @param delta candidate less baseline, nullable
 * @param low lower end of its interval, nullable
 * @param high upper end, nullable
 * @param confidencePercent of the interval: 95, 97 or 99; null without one
 * @param verdict what may be said
 * @param reason why nothing may be said, or a caution; nullable
 */
public record Difference(
    Double delta,
    Double low,
    Double high,
    Integer confidencePercent,
    Verdict verdict,
    String reason) {

  /** What may be said about a difference. */
  public enum Verdict {
    /** The candidate takes longer. */
    SLOWER,
    /** The candidate takes less time. */
    FASTER,
    /** The difference is within the noise of the runs. */
    NOT_SIGNIFICANT,
    /** One of the runs has too few requests for an interval. */
    TOO_FEW_REQUESTS,
    /** The speed of one of the runs drifts too much for an interval. */
    DRIFTING,
    /** The two means must not be compared. */
    NOT_COMPARABLE;

    /** Says whether there is an interval to judge by. */
    public boolean judged() {
      return this == SLOWER || this == FASTER || this == NOT_SIGNIFICANT;
    }
  }

  /** Refuses a missing verdict. */
  public Difference {
    requireNonNull(verdict, "verdict");
  }
}
