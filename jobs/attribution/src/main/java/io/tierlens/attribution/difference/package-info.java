/**
 * What changed between two runs, and whether it is more than chance.
 *
 * <p>{@link io.tierlens.attribution.difference.RunComparison} makes the rows of table comparison,
 * {@link io.tierlens.attribution.difference.ChangePoints} tells which runs are two runs. One judge,
 * {@link io.tierlens.attribution.difference.BatchComparison}, gives every interval.
 */
package io.tierlens.attribution.difference;
