/** The report: rows of the lake's tables in, text, Markdown, JSON, CSV or HTML out. No Spark. */
package io.tierlens.cli.report;
