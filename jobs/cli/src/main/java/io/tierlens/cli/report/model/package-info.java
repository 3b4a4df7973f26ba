/**
 * The report as a model: what it says, before any form is given to it.
 *
 * <p>{@link io.tierlens.cli.report.model.ReportBuilder} makes a {@link
 * io.tierlens.cli.report.model.Report} from the rows of one or more runs, the baseline first. All
 * records are immutable. A boxed component that is null was not in the logs. A figure that its
 * level does not carry is not in the model at all, so that no renderer can show it.
 */
package io.tierlens.cli.report.model;
