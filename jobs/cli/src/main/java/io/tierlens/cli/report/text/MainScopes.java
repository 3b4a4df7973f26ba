package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import java.util.Comparator;
import java.util.Objects;

/** Chooses the window that a short report tells in full. */
final class MainScopes {

  private MainScopes() {}

  /**
   * The window that most candidates can be judged in, and of those the one with the most requests;
   * the whole runs only where there is no window.
   *
   * @param report of at least one scope
   */
  static ScopeReport of(Report report) {
    boolean windows = report.scopes().stream().anyMatch(scope -> scope.scope().window() != null);
    return report.scopes().stream()
        .filter(scope -> windows == (scope.scope().window() != null))
        .max(
            Comparator.comparingLong(MainScopes::judged)
                .thenComparingLong(MainScopes::told)
                .thenComparingLong(MainScopes::requests))
        .orElseThrow();
  }

  /** Requests of the run that has the fewest. */
  static long requests(ScopeReport scope) {
    return scope.scope().loads().stream()
        .map(Load::requests)
        .mapToLong(requests -> Objects.requireNonNullElse(requests, 0L))
        .min()
        .orElse(0);
  }

  private static long judged(ScopeReport scope) {
    return scope.scope().loads().stream()
        .map(load -> scope.cell(Tier.REQUEST, load.run()).orElse(null))
        .filter(cell -> cell != null && cell.change() != null)
        .filter(cell -> cell.change().verdict().judged())
        .count();
  }

  private static long told(ScopeReport scope) {
    return scope.scope().loads().stream()
        .map(load -> scope.cell(Tier.REQUEST, load.run()))
        .filter(cell -> cell.filter(TierCell::told).isPresent())
        .count();
  }
}
