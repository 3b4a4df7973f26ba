package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

/**
 * The mean of one tier in one run and scope. Times are microseconds per request.
 *
 * @param run name of the run
 * @param state whether there is a figure
 * @param meanUs null unless told
 * @param lowUs lower end of what the logs allow, nullable
 * @param highUs upper end, null when there is none
 * @param share of the request, 0 to 1, nullable
 * @param requests requests in the mean; null when the logs hold none
 * @param level how it was found, nullable
 * @param expectedError relative, nullable
 * @param change against the baseline; null for the baseline and where one of the two is not told
 */
public record TierCell(
    String run,
    State state,
    Double meanUs,
    Double lowUs,
    Double highUs,
    Double share,
    Long requests,
    String level,
    Double expectedError,
    TierChange change) {

  /**
   * What stands in the place of a figure that is withheld. At run level that is one which cannot be
   * true, such as an application that takes longer than its requests.
   */
  public static final String WITHHELD_WORDS = "withheld: stamps too coarse";

  /** Whether there is a figure. */
  public enum State {
    /** The logs tell it. */
    TOLD,
    /** There is one, but the logs do not carry it. */
    WITHHELD,
    /** The logs do not tell it. */
    NOT_IN_LOGS
  }

  /** Refuses nulls. */
  public TierCell {
    requireNonNull(run, "run");
    requireNonNull(state, "state");
  }

  static TierCell notInLogs(String run) {
    return new TierCell(run, State.NOT_IN_LOGS, null, null, null, null, null, null, null, null);
  }

  /** Says whether there is a figure to show. */
  public boolean told() {
    return state == State.TOLD;
  }
}
