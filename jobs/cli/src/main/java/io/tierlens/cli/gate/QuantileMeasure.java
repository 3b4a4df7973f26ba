package io.tierlens.cli.gate;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.ChangeWords;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What so many percent of the requests stay below. */
record QuantileMeasure(String name, Function<Dispersion, Double> quantileUs) implements Measure {

  private static final String OF_ALL_REQUESTS = "total";

  @Override
  public Figure figure(ScopeReport scope, Report report, String run) {
    return scope.dispersion().stream()
        .filter(row -> row.run().equals(run))
        .map(quantileUs)
        .flatMap(us -> Optional.ofNullable(us).stream())
        .findFirst()
        .map(Figure::exactly)
        .orElse(Figure.missing(Figures.NOT_IN_LOGS));
  }

  @Override
  public Change change(ScopeReport scope, Report report, String candidate) {
    return report.changes().stream()
        .filter(changes -> changes.run().equals(candidate))
        .flatMap(changes -> changes.in(scope.scope().window()).stream())
        .filter(row -> row.measure().equals(name) && row.component().equals(OF_ALL_REQUESTS))
        .findFirst()
        .map(row -> change(row, report))
        .orElse(Change.missing("not compared, as a run has too few requests or does not tell it"));
  }

  private static Change change(Comparison row, Report report) {
    boolean told = row.refusal() == null;
    return new Change(
        row.baselineUs(),
        row.deltaUs(),
        row.lowUs(),
        row.highUs(),
        row.confidencePercent(),
        told ? row.significant() : null,
        told ? null : ChangeWords.refused(List.of(row), new Figures(report.unit())));
  }
}
