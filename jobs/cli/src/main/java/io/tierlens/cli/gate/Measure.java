package io.tierlens.cli.gate;

import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.DurationUnit;

/** Something that a condition may be about. */
interface Measure {

  /** The name that users write. */
  String name();

  /** The unit that a report shows it in. */
  default DurationUnit unit(Report report) {
    return report.unit();
  }

  /** What a run tells of it in a scope. */
  Figure figure(ScopeReport scope, Report report, String run);

  /** How a candidate differs in it from the baseline; runs at like load alone are asked for. */
  Change change(ScopeReport scope, Report report, String candidate);
}
