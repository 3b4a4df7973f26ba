package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.words.Figures;

/**
 * The mean of one tier in one run and scope. Times are microseconds per request.
 *
 * @param run name of the run
 * @param state whether there is a figure
 * @param meanUs null unless told
 * @param lowUs lower end of what the logs allow, nullable; null too where nothing is told
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
    /** The logs give bounds for it, and nothing in between. */
    BOUNDED,
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

  /** Returns the mean, or what the logs allow for it, or why there is neither. */
  public String shown(Figures figures) {
    return switch (state) {
      case TOLD -> figures.duration(meanUs);
      case BOUNDED -> bounds(figures);
      case WITHHELD -> WITHHELD_WORDS;
      case NOT_IN_LOGS -> Figures.NOT_IN_LOGS;
    };
  }

  /** Returns what the logs allow for a mean that is told; empty where it is exact. */
  public String interval(Figures figures) {
    return told() ? figures.interval(lowUs, highUs) : "";
  }

  private String bounds(Figures figures) {
    if (highUs == null && lowUs == 0) {
      return "0 or more";
    }
    String interval = figures.interval(lowUs, highUs);
    return interval.isEmpty() ? figures.duration(lowUs) : interval;
  }

  /** Says whether there is a figure to show. */
  public boolean told() {
    return state == State.TOLD;
  }
}
