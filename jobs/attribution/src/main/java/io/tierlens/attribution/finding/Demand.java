package io.tierlens.attribution.finding;

/**
 * CPU time per request, in milliseconds, with what samples cut by the edges of the window leave
 * open.
 */
record Demand(double ms, double lowMs, double highMs) {

  Demand plus(Demand other) {
    return new Demand(ms + other.ms, lowMs + other.lowMs, highMs + other.highMs);
  }

  /** Whether both cannot be the same. */
  boolean differsFrom(Demand other) {
    return lowMs > other.highMs || highMs < other.lowMs;
  }
}
