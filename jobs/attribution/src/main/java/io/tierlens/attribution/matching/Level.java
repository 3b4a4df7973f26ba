package io.tierlens.attribution.matching;

/** How well queries can be tied to requests, given the keys that the logs hold. */
public enum Level {
  /** Sums over the run divided by its requests; nothing is tied. */
  TOTALS("totals"),
  /**
   * Statements carry the id of their request, which the access log holds too: nothing is guessed.
   */
  L0("L0"),
  /** A database connection serves one request: groups of queries are tied, one to one. */
  L1C("L1c"),
  /** No key: each query is split over the requests that it can belong to. */
  L5("L5"),
  /** The log that could tell is missing. */
  NONE("none");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** Whether each group of queries is of one request. */
  public boolean tiesWhole() {
    return this == L0 || this == L1C;
  }

  /** The level as tables write it. */
  public String label() {
    return label;
  }
}
