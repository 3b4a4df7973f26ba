package io.tierlens.cli.report.model;

import io.tierlens.cli.report.facts.RunFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the scopes that the verdict may speak of. */
final class Headline {

  private Headline() {}

  /**
   * The windows at like load with the most requests, in the order of time; the whole runs only
   * where there are no windows.
   */
  static List<ScopeReport> scopes(List<ScopeReport> scopes, String candidate, Options options) {
    boolean windows = hasWindows(scopes);
    List<ScopeReport> fit =
        scopes.stream()
            .filter(scope -> windows == (scope.scope().window() != null))
            .filter(scope -> change(scope, candidate) != null)
            .filter(scope -> change(scope, candidate).verdict().judged())
            .toList();
    return most(fit, options.verdictWindows());
  }

  /** The windows of one run with the most requests, in the order of time, or the whole run. */
  static List<ScopeReport> described(List<ScopeReport> scopes, String run, Options options) {
    boolean windows = hasWindows(scopes);
    return most(
        scopes.stream()
            .filter(scope -> windows == (scope.scope().window() != null))
            .filter(scope -> scope.cell(Tier.REQUEST, run).filter(TierCell::told).isPresent())
            .toList(),
        options.verdictWindows());
  }

  private static boolean hasWindows(List<ScopeReport> scopes) {
    return scopes.stream().anyMatch(scope -> scope.scope().window() != null);
  }

  /** The busiest of the scopes whose endpoints both runs tell of. */
  static Optional<ScopeReport> withEndpoints(
      List<ScopeReport> scopes, RunFacts baseline, RunFacts candidate) {
    return scopes.stream()
        .filter(scope -> !baseline.endpoints(scope.scope().window()).isEmpty())
        .filter(scope -> !candidate.endpoints(scope.scope().window()).isEmpty())
        .max(Comparator.comparingLong(Headline::requests));
  }

  /** The same scopes, those with the most requests first. */
  static List<ScopeReport> byRequests(List<ScopeReport> scopes) {
    return scopes.stream().sorted(Comparator.comparingLong(Headline::requests).reversed()).toList();
  }

  static ScopeReport busiest(List<ScopeReport> scopes) {
    return scopes.stream().max(Comparator.comparingLong(Headline::requests)).orElseThrow();
  }

  static TierChange change(ScopeReport scope, String candidate) {
    return scope.cell(Tier.REQUEST, candidate).map(TierCell::change).orElse(null);
  }

  private static List<ScopeReport> most(List<ScopeReport> scopes, int limit) {
    List<ScopeReport> kept =
        scopes.stream()
            .sorted(Comparator.comparingLong(Headline::requests).reversed())
            .limit(limit)
            .toList();
    return scopes.stream().filter(kept::contains).toList();
  }

  /** Requests of the run that has the fewest. */
  static long requests(ScopeReport scope) {
    return scope.scope().loads().stream()
        .mapToLong(load -> load.requests() == null ? 0 : load.requests())
        .min()
        .orElse(0);
  }
}
