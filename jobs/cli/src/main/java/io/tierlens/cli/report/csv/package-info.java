/**
 * The report's figures as CSV for a spreadsheet or a data frame (RFC 4180, but lines end with a
 * line feed): one long table of everything ({@link io.tierlens.cli.report.csv.CsvRenderer}), or a
 * table for each kind of figure in a file of its own ({@link
 * io.tierlens.cli.report.csv.CsvTables}).
 *
 * <p>Columns of the long table: {@code section} (tier, change, cpu, guest, dispersion, finding,
 * comparison, endpoint, level, file), {@code window} (empty for the whole run), {@code run}, {@code
 * item} (tier, machine, domain, cause, measure and component of table comparison, endpoint, level
 * or file), {@code measure} and {@code value}. Units are in the measures' names. A value that the
 * logs do not hold, or that its level does not carry, has no row; in the other tables its cell is
 * empty.
 *
 * <p>docs/report-files.md lists the columns of the other tables.
 */
package io.tierlens.cli.report.csv;
