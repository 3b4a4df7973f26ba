/**
 * What a report is made of: the rows of one run as the lake's tables hold them, in plain Java.
 *
 * <p>Names, units and nullness are those of {@code schemas/*.ddl}; a boxed component may be null,
 * and null means that the logs do not hold the value, never 0.
 */
package io.tierlens.cli.report.facts;
