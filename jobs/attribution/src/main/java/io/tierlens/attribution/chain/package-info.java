/**
 * Ties single queries to requests where neither an id nor a connection of its own tells: a request
 * runs a chain of statements, and which chains a page runs is learnt from the run itself.
 *
 * <p>{@link io.tierlens.attribution.chain.Problem} is what is known, {@link
 * io.tierlens.attribution.chain.Matching} what comes out; in between there is one matcher for each
 * set of keys that logs can hold. {@link io.tierlens.attribution.chain.BeamMatcher} needs fine
 * stamps and nothing else, {@link io.tierlens.attribution.chain.SoftMatcher} makes the best of
 * coarse ones. A {@link io.tierlens.attribution.chain.ChainModel} carries what one run taught to
 * another.
 */
package io.tierlens.attribution.chain;
