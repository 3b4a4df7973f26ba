package io.tierlens.cli.gate;

import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.words.Figures;

/** The mean time in a tier, or of the whole request. */
record TierMeasure(String name, Tier tier) implements Measure {

  @Override
  public Figure figure(ScopeReport scope, Report report, String run) {
    TierCell cell = scope.cell(tier, run).orElse(null);
    if (cell == null) {
      return Figure.missing(Figures.NOT_IN_LOGS);
    }
    return switch (cell.state()) {
      case TOLD -> new Figure(cell.meanUs(), cell.lowUs(), cell.highUs(), null);
      case BOUNDED ->
          new Figure(
              null,
              cell.lowUs(),
              cell.highUs(),
              "the logs allow " + cell.shown(new Figures(report.unit())));
      case WITHHELD -> Figure.missing(TierCell.WITHHELD_WORDS);
      case NOT_IN_LOGS -> Figure.missing(Figures.NOT_IN_LOGS);
    };
  }

  @Override
  public Change change(ScopeReport scope, Report report, String candidate) {
    TierChange change = scope.cell(tier, candidate).map(TierCell::change).orElse(null);
    if (change == null) {
      return Change.missing(untold(scope, report, candidate));
    }
    Double baseline = scope.cell(tier, report.baseline()).map(TierCell::meanUs).orElse(null);
    Boolean significant = change.verdict().judged() ? (Boolean) change.significant() : null;
    String why = change.reason() == null ? "there is no interval" : change.reason();
    return new Change(
        baseline,
        change.deltaUs(),
        change.lowUs(),
        change.highUs(),
        change.confidencePercent(),
        significant,
        significant == null ? why : null);
  }

  /** Which of the two runs does not tell it, and why. */
  private String untold(ScopeReport scope, Report report, String candidate) {
    String base = figure(scope, report, report.baseline()).missing();
    return base != null
        ? report.baseline() + ": " + base
        : candidate + ": " + figure(scope, report, candidate).missing();
  }
}
