/**
 * The mathematics of tierlens: one run's requests, application events, queries and samples in, its
 * tiers, modes and differences out.
 *
 * <p>Instants are microseconds since 1970-01-01T00:00:00Z, durations microseconds. A value that no
 * log holds is null. {@link io.tierlens.attribution.RunAttribution} does a whole run; each step can
 * be called by itself.
 */
package io.tierlens.attribution;
