/**
 * What may have caused a slow-down: one class a rule, each weighing the figures of one run, or of
 * two runs, for and against one cause. {@link io.tierlens.attribution.finding.Findings} is the
 * entry.
 */
package io.tierlens.attribution.finding;
