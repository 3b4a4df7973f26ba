package io.tierlens.cli.gate;

/**
 * How far a figure may go.
 *
 * @param kind what is held against it
 * @param value microseconds, or a share of the baseline: 0.1 for +10 % and for 1.1x
 */
record Limit(Kind kind, double value) {

  /** What a limit is held against. */
  enum Kind {
    /** The candidate's own figure. */
    FIGURE,
    /** The difference of candidate and baseline, in microseconds. */
    DIFFERENCE,
    /** That difference over the baseline's figure, written as a percentage. */
    PERCENT,
    /** The same, written as a factor. */
    FACTOR
  }

  boolean comparesRuns() {
    return kind != Kind.FIGURE;
  }
}
