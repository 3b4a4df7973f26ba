package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.words.Figures;

/**
 * How the mean of a tier differs from the baseline's.
 *
 * @param deltaUs candidate's mean less baseline's, microseconds
 * @param relative deltaUs over the baseline's mean; null when that is 0
 * @param lowUs lower end of the interval of the difference, nullable
 * @param highUs upper end, nullable
 * @param confidencePercent of the interval: 95, 97 or 99; null without one
 * @param verdict what may be said
 * @param reason why nothing may be said, nullable
 */
public record TierChange(
    double deltaUs,
    Double relative,
    Double lowUs,
    Double highUs,
    Integer confidencePercent,
    Difference.Verdict verdict,
    String reason) {

  /** Refuses a missing verdict. */
  public TierChange {
    requireNonNull(verdict, "verdict");
  }

  /** Says whether the difference is more than noise. */
  public boolean significant() {
    return verdict == Difference.Verdict.SLOWER || verdict == Difference.Verdict.FASTER;
  }

  /** Returns the change in words: {@code slower by 0.370 s (+31 %)}. */
  public String words(Figures figures) {
    String signed = relative == null ? figures.signed(deltaUs) : Figures.relative(relative);
    return switch (verdict) {
      case SLOWER -> "slower by " + sizeWords(figures);
      case FASTER -> "faster by " + sizeWords(figures);
      case NOT_SIGNIFICANT -> "not significant (" + signed + ")";
      case TOO_FEW_REQUESTS -> "too few requests to tell (" + signed + ")";
      case DRIFTING -> "drifts too much to tell (" + signed + ")";
      case NOT_COMPARABLE -> "not comparable (" + signed + ")";
    };
  }

  private String sizeWords(Figures figures) {
    return figures.size(deltaUs) + " (" + Figures.relative(relative) + ")";
  }
}
