package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A named part of a run, {@code [startTime, endTime)}.
 *
 * @param name compared across runs by this name
 * @param startTime its first instant
 * @param endTime the first instant behind it
 */
public record WindowRow(String name, Instant startTime, Instant endTime) {

  /** Refuses nulls. */
  public WindowRow {
    requireNonNull(name, "name");
    requireNonNull(startTime, "startTime");
    requireNonNull(endTime, "endTime");
  }

  /** Returns the length of the window in seconds. */
  public double seconds() {
    return Duration.between(startTime, endTime).toNanos() / 1e9;
  }
}
