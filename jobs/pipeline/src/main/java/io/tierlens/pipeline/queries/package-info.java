/**
 * The digest of slow query logs: entries grouped by fingerprint, from a lake or from the logs
 * themselves. Entries stay in Spark; only the first classes and the sums come to the driver.
 */
package io.tierlens.pipeline.queries;
