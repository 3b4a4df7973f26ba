package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.List;

/** Makes the dispersion rows of one scope. */
final class DispersionTable {

  private DispersionTable() {}

  static List<Dispersion> rows(Scope scope, List<RunFacts> runs) {
    return runs.stream()
        .map(run -> row(run.name(), run.tier(scope.window(), Tier.REQUEST.key()).orElse(null)))
        .toList();
  }

  private static Dispersion row(String run, RunTier row) {
    if (row == null) {
      return new Dispersion(run, null, null, null, null, null, null, null, null);
    }
    if (!row.published()) {
      return new Dispersion(run, row.requests(), null, null, null, null, null, null, null);
    }
    return new Dispersion(
        run,
        row.requests(),
        row.meanUs(),
        row.stddevUs(),
        row.p50Us(),
        row.p95Us(),
        row.p99Us(),
        over(row.stddevUs(), row.meanUs()),
        over(row.p95Us(), row.p50Us()));
  }

  private static Double over(Double a, Double b) {
    return a == null || b == null || b == 0 ? null : a / b;
  }
}
