/** The report as text of 80 columns for a terminal, a mail or a ticket. */
package io.tierlens.cli.report.text;
