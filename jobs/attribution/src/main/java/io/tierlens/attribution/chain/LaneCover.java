package io.tierlens.attribution.chain;

/**
 * Queries cut into the requests that their connections served.
 *
 * @param requests by query, -1 for one that is left out
 * @param margins by query: by how much the best other choice is less likely (logarithm)
 * @param score logarithm of the likelihood
 * @param ranks which of the idle connections requests took
 */
@SuppressWarnings("ArrayRecordComponent")
record LaneCover(int[] requests, double[] margins, double score, IdleRanks ranks) {}
