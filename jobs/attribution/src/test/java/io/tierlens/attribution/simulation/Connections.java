package io.tierlens.attribution.simulation;

/** How the application comes by its database connections. */
public enum Connections {
  /** Each worker keeps one for its life. */
  STICKY,
  /** Each query takes any free one of a pool. */
  ANY_FREE,
  /** Each request opens its own, at its first query. */
  PER_REQUEST
}
