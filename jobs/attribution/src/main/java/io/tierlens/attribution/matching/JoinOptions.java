package io.tierlens.attribution.matching;

import io.tierlens.attribution.chain.ChainModel;

/**
 * What is known of a run beside its records.
 *
 * @param allLogged false where a threshold or sampling keeps queries out of the log
 * @param start what pages do, learnt from another run; null where there is none
 */
public record JoinOptions(boolean allLogged, ChainModel start) {

  /** A log that holds all queries, of a run of which nothing more is known. */
  public static final JoinOptions ALL_LOGGED = new JoinOptions(true, null);
}
