package io.tierlens.attribution.difference;

import java.util.Locale;

/** Which change made a part of a difference. */
public enum Component {
  /** All of it. */
  TOTAL,
  /** The endpoint's own mean. */
  WITHIN,
  /** The endpoint's share of the requests. */
  MIX,
  /** All of it, between requests that found as many others in the stack. */
  EQUAL_LOAD,
  /** The machine: what it needs for a request, at the load of the baseline. */
  DEMAND,
  /** The load, on the candidate's machine. */
  LOAD,
  /** What the model of demand and load does not tell. */
  RESIDUAL,
  /** Statements that both slow logs hold, and no others. */
  SEEN,
  /** The ends of what the logs allow. */
  BOUNDS;

  /** The component as tables write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
