package io.tierlens.cli.report.model;

/** How two runs are compared; the formula is not the report's business. */
@FunctionalInterface
public interface Differences {

  /**
   * Compares two means by the means of their batches.
   *
   * @param baseline batch means of the baseline in microseconds; empty when the run is too short
   * @param candidate batch means of the candidate, likewise
   */
  Difference between(double[] baseline, double[] candidate);
}
