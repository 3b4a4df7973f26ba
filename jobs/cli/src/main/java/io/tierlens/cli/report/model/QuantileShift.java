package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the request moved at each tenth of the distribution: whether all requests became slower, or
 * the slow ones alone.
 *
 * @param run the candidate
 * @param window null for the whole runs
 * @param deciles from the fastest tenth on
 * @param remark what has to be known when it is read, nullable
 */
public record QuantileShift(String run, String window, List<Decile> deciles, String remark) {

  /**
   * The move at one quantile. Times are microseconds.
   *
   * @param percent 10 for what one request in ten stays below
   * @param baselineUs the quantile of the baseline
   * @param candidateUs that of the candidate
   * @param deltaUs candidateUs less baselineUs
   * @param lowUs lower end of the interval of deltaUs, nullable
   * @param highUs upper end, nullable
   * @param significant null without an interval
   * @param refusal why there is no interval, as in table comparison; null where there is one
   */
  public record Decile(
      int percent,
      double baselineUs,
      double candidateUs,
      double deltaUs,
      Double lowUs,
      Double highUs,
      Boolean significant,
      String refusal) {}

  /** Copies the list. */
  public QuantileShift {
    requireNonNull(run, "run");
    deciles = List.copyOf(deciles);
  }
}
