/** The report as text for a terminal, a mail or a ticket, of 80 to 120 columns. */
package io.tierlens.cli.report.text;
