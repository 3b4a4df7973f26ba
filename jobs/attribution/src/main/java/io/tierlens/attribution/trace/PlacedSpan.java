package io.tierlens.attribution.trace;

/**
 * A piece of work with the instants that it is shown at.
 *
 * @param startUs where it is placed: the middle of the starts that are possible
 * @param slackUs width of the interval of possible starts
 * @param durationUs as logged, less {@code cutUs}
 * @param movedUs how far it is placed outside of the starts that its own stamp allows, so that it
 *     lies in the work that it is part of; negative is earlier
 * @param cutUs how much longer than the work that it is part of the log has it
 */
public record PlacedSpan(long startUs, long slackUs, long durationUs, long movedUs, long cutUs) {

  public long endUs() {
    return startUs + durationUs;
  }

  /** Whether the log does not tell just this start and this duration. */
  public boolean isDerived() {
    return slackUs > 0 || movedUs != 0 || cutUs > 0;
  }
}
