package io.tierlens.cli.report;

import io.tierlens.cli.report.model.Report;
import java.io.IOException;

/** Gives a report one form. */
@FunctionalInterface
public interface ReportRenderer {

  /**
   * Writes the whole report; lines end with a line feed on every machine.
   *
   * @throws IOException when out does
   */
  void render(Report report, Appendable out) throws IOException;
}
