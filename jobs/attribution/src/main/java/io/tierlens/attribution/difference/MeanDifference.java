package io.tierlens.attribution.difference;

/**
 * Difference of a tier's mean between two runs.
 *
 * @param deltaUs candidate less baseline; null where one of them has no mean
 * @param lowUs lower end of the 95 percent interval of the difference; null where refused
 * @param highUs upper end, likewise
 * @param refusal why there is no interval; null where there is one
 */
public record MeanDifference(
    String tier,
    Double baselineUs,
    Double candidateUs,
    Double deltaUs,
    Double lowUs,
    Double highUs,
    Verdict verdict,
    Refusal refusal) {

  /** Why runs are not compared. */
  public enum Refusal {
    /** One of the runs does not have the tier's mean, or may not publish it. */
    NO_FIGURE("no figure"),
    /** One of the runs has too few requests for batches. */
    TOO_SHORT("run too short"),
    /** Batch means of one of the runs follow each other: its speed drifts. */
    DRIFTING("run drifts");

    private final String label;

    Refusal(String label) {
      this.label = label;
    }

    /** The reason in words. */
    public String label() {
      return label;
    }
  }
}
