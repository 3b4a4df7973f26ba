package io.tierlens.attribution.finding;

/** One cause, and how the figures are weighed for and against it. */
interface Rule {
  /** As table finding and the help page name it. */
  String name();

  /** The measurement or change that would decide. */
  String nextExperiment();

  /**
   * Weighs what two runs tell.
   *
   * @return null where the cause is out of the question
   */
  Diagnosis compare(Pair runs);

  /** Whether the cause is only named to explain a slow-down. */
  default boolean explainsSlowdown() {
    return true;
  }

  /**
   * Weighs what one run tells by itself.
   *
   * @return null where one run cannot tell
   */
  default Diagnosis alone(Evidence run) {
    return null;
  }
}
