/**
 * Ties single queries to requests where neither an id nor a connection of its own tells: a request
 * runs a chain of statements, and which chains a page runs is learnt from the run itself.
 *
 * <p>{@link io.tierlens.attribution.chain.Problem} is what is known, {@link
 * io.tierlens.attribution.chain.Matching} what comes out; in between there is one matcher for each
 * set of keys that logs can hold.
 */
package io.tierlens.attribution.chain;
