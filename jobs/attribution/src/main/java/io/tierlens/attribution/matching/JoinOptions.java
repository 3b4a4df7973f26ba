package io.tierlens.attribution.matching;

/**
 * What is known of a run's slow log beside its queries.
 *
 * @param allLogged false where a threshold or sampling keeps queries out of the log
 */
public record JoinOptions(boolean allLogged) {

  /** A log that holds all queries. */
  public static final JoinOptions ALL_LOGGED = new JoinOptions(true);
}
