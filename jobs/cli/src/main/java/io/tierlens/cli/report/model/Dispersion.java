package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

/**
 * How request durations spread in one run and scope. Times are microseconds.
 *
 * @param run name of the run
 * @param requests null when the logs hold none
 * @param meanUs nullable
 * @param stddevUs nullable
 * @param p50Us nullable
 * @param p95Us nullable
 * @param p99Us nullable
 * @param variation stddevUs over meanUs, the coefficient of variation; nullable
 * @param tailRatio p95Us over p50Us, nullable
 */
public record Dispersion(
    String run,
    Long requests,
    Double meanUs,
    Double stddevUs,
    Double p50Us,
    Double p95Us,
    Double p99Us,
    Double variation,
    Double tailRatio) {

  /** Refuses a missing run. */
  public Dispersion {
    requireNonNull(run, "run");
  }
}
