package io.tierlens.cli.gate;

import static java.util.Objects.requireNonNull;

/**
 * A condition on one measure: {@code p95 in eight-clients > +10%}.
 *
 * @param text as the user wrote it
 * @param measure what it is about
 * @param window the only window that it is about; null for all
 * @param above whether it holds beyond the limit upwards; else downwards
 * @param limit how far a figure may go
 */
public record Condition(String text, Measure measure, String window, boolean above, Limit limit) {

  /** Refuses nulls. */
  public Condition {
    requireNonNull(text, "text");
    requireNonNull(measure, "measure");
    requireNonNull(limit, "limit");
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException if it is none; the message tells where and what is right
   */
  public static Condition of(String text) {
    return new ConditionReader(text).read();
  }

  /** Whether it holds a candidate against a baseline; else it looks at the candidate alone. */
  public boolean comparesRuns() {
    return limit.comparesRuns();
  }

  /** What a condition comes to in one scope. */
  enum Verdict {
    HOLDS,
    DOES_NOT_HOLD,
    CANNOT_BE_JUDGED
  }

  /**
   * Judges by a run's own figure. Where the logs allow a range of figures, it holds if it does for
   * all of the range.
   *
   * @param unsureToo by the figure itself, wherever in the range it lies
   */
  Verdict judge(Figure figure, boolean unsureToo) {
    if (figure.us() == null && !figure.bounded()) {
      return Verdict.CANNOT_BE_JUDGED;
    }
    boolean allBeyond = above ? figure.low() > limit.value() : figure.high() < limit.value();
    boolean noneBeyond = above ? figure.high() <= limit.value() : figure.low() >= limit.value();
    if (allBeyond || noneBeyond) {
      return allBeyond ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
    }
    if (figure.us() == null) {
      return Verdict.CANNOT_BE_JUDGED;
    }
    return holds(unsureToo && beyond(figure.us()));
  }

  /**
   * Judges by a difference. It holds if the difference is significant and beyond the limit.
   *
   * @param unsureToo by the difference itself, significant or not
   */
  Verdict judge(Change change, boolean unsureToo) {
    Double size = size(change);
    if (size == null || (change.significant() == null && !unsureToo)) {
      return Verdict.CANNOT_BE_JUDGED;
    }
    return holds((unsureToo || change.significant()) && beyond(size));
  }

  /** What is held against the limit; null where there is nothing. */
  Double size(Change change) {
    if (change.deltaUs() == null || limit.kind() == Limit.Kind.DIFFERENCE) {
      return change.deltaUs();
    }
    boolean base = change.baselineUs() != null && change.baselineUs() != 0;
    return base ? Double.valueOf(change.deltaUs() / change.baselineUs()) : null;
  }

  private boolean beyond(double size) {
    return above ? size > limit.value() : size < limit.value();
  }

  private static Verdict holds(boolean holds) {
    return holds ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
  }
}
