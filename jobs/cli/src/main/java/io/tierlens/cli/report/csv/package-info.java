/**
 * The report's figures as one long CSV table for a spreadsheet or a data frame.
 *
 * <p>Columns: {@code section} (tier, change, cpu, guest, dispersion, finding, comparison, endpoint,
 * level, file), {@code window} (empty for the whole run), {@code run}, {@code item} (tier, machine,
 * domain, cause, measure and component of table comparison, endpoint, level or file), {@code
 * measure} and {@code value}. Units are in the measures' names. A value that the logs do not hold,
 * or that its level does not carry, has no row.
 */
package io.tierlens.cli.report.csv;
