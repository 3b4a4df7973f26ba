package io.tierlens.attribution.simulation;

/** What the application's log tells of a page. */
public enum AppLog {
  /** Start to the stamps' resolution, duration in microseconds. */
  START_AND_DURATION,
  /** Start and end, both to the stamps' resolution, as Interchange's bench.log does. */
  START_AND_END,
  /** There is no such log. */
  NONE
}
