package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The way from the baseline's mean request to the candidate's: the steps add up to the difference.
 * Times are microseconds.
 *
 * @param run the candidate
 * @param window null for the whole runs
 * @param split what the steps are
 * @param baselineUs mean of the baseline
 * @param candidateUs mean of the candidate
 * @param steps in the order in which they are shown
 * @param remark what has to be known when it is read, nullable
 */
public record Waterfall(
    String run,
    String window,
    Split split,
    double baselineUs,
    double candidateUs,
    List<Step> steps,
    String remark) {

  /** In what a difference is split. A window has one waterfall of each at most. */
  public enum Split {
    /** By tier and mix of endpoints; what is not told apart is in a step of its own. */
    TIERS,
    /** The machine and the load, where the queueing model could be tried. */
    LOAD
  }

  /** What made a step. */
  public enum Kind {
    /**
     * A tier's own time: at the same mix of endpoints if there is a step of kind MIX, else whatever
     * the mix.
     */
    TIER,
    /** Another mix of endpoints. */
    MIX,
    /** The machine at the load of the baseline, by the queueing model. */
    MACHINE,
    /** The load, by the queueing model. */
    LOAD,
    /** What is not told apart. */
    RESIDUAL
  }

  /**
   * One step.
   *
   * @param kind what made it
   * @param tier of kind TIER, else null
   * @param label its name for people
   * @param deltaUs what it adds
   * @param lowUs lower end of the interval, nullable
   * @param highUs upper end, nullable
   * @param significant null without an interval
   */
  public record Step(
      Kind kind,
      Tier tier,
      String label,
      double deltaUs,
      Double lowUs,
      Double highUs,
      Boolean significant) {

    /** Refuses a missing kind or label. */
    public Step {
      requireNonNull(kind, "kind");
      requireNonNull(label, "label");
    }
  }

  /** Copies the list. */
  public Waterfall {
    requireNonNull(run, "run");
    requireNonNull(split, "split");
    steps = List.copyOf(steps);
  }
}
