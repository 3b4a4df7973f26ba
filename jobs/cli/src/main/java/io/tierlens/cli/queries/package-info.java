/**
 * The digest of slow logs as text, JSON and CSV.
 *
 * <p>JSON is one object of schema {@code tierlens-queries/1}: {@code schema}, then {@code digests},
 * one for each run, or one for all files that were named. A digest has {@code time_zone} and {@code
 * time_zone_source} (option, run or default): the zone that bounds without one were read in; and
 * {@code digest}, a {@link io.tierlens.pipeline.queries.QueryDigest}. Keys, units and nulls are as
 * in the report, see package {@code report.json}: the Javadoc of the records tells the keys. Texts
 * of the logs are given as they are.
 *
 * <p>CSV has a line for each class, and one for the others together (rank empty, fingerprint_id
 * {@code others}): they add up to the whole. Units are in the names of the columns, instants are
 * UTC, and an empty cell is what the log does not tell.
 */
package io.tierlens.cli.queries;
