/** The report as GitHub-flavoured Markdown, for a ticket, a pull request or a wiki. */
package io.tierlens.cli.report.markdown;
