package io.tierlens.attribution.matching;

/** How well queries can be tied to requests, given the keys that the logs hold. */
public enum Level {
  /** Sums over the run divided by its requests; nothing is tied. */
  TOTALS("totals"),
  /**
   * Statements carry the id of their request, which the access log holds too: nothing is guessed.
   */
  L0("L0"),
  /** The application's log tells the process, the slow log the connection that it keeps. */
  L1("L1"),
  /** A database connection serves one request: groups of queries are tied, one to one. */
  L1C("L1c"),
  /** A connection is kept from request to request and serves one at a time. */
  L2("L2"),
  /** No key, but exact stamps: what pages are seen to run, and when, tells queries apart. */
  L3("L3"),
  /** No key and coarse stamps, or a log with a threshold: queries are shared by likelihood. */
  L4("L4"),
  /** Nothing tells: each query is shared alike by the requests that it can belong to. */
  L5("L5"),
  /** The log that could tell is missing. */
  NONE("none");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** Whether all that a request ran is one group, so that it has no second one. */
  public boolean groupsAreRequests() {
    return this == L0 || this == L1C;
  }

  /** Whether requests and endpoints are told at all, if the expected error allows it. */
  public boolean tells() {
    return this != TOTALS && this != L5 && this != NONE;
  }

  /** The level as tables write it. */
  public String label() {
    return label;
  }
}
