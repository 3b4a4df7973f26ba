package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Remark;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how sure a verdict is, and what weakens it. */
final class Certainty {

  private Certainty() {}

  static String of(RunFacts baseline, RunFacts run, List<ScopeReport> scopes) {
    long significant =
        scopes.stream().filter(s -> Headline.change(s, run.name()).significant()).count();
    return "How sure: "
        + significant
        + " of "
        + scopes.size()
        + (scopes.size() == 1 ? " change is" : " changes are")
        + " outside the noise of the runs (intervals from batches of requests)"
        + weak(baseline, run, scopes).stream().map("; "::concat).collect(Collectors.joining())
        + ".";
  }

  /** What weakens whatever is said; nothing where nothing does. */
  static Optional<String> weakness(RunFacts baseline, RunFacts run, List<ScopeReport> scopes) {
    Set<String> weak = weak(baseline, run, scopes);
    return weak.isEmpty()
        ? Optional.empty()
        : Optional.of("To be known: " + String.join("; ", weak) + ".");
  }

  private static Set<String> weak(RunFacts baseline, RunFacts run, List<ScopeReport> scopes) {
    Set<String> weak = new LinkedHashSet<>();
    for (RunFacts side : List.of(baseline, run)) {
      weak.add(ofDatabase(side));
    }
    for (RunFacts side : List.of(baseline, run)) {
      weak.add(ofBusyCpus(side, scopes));
    }
    weak.remove("");
    return weak;
  }

  /** What weakens the database server's part of a run; empty when nothing does. */
  private static String ofDatabase(RunFacts run) {
    QueryTotals queries = run.queries();
    if (queries == null) {
      return run.name() + " has no slow log, so its database server's part is not known";
    }
    String log = "the slow log of " + run.name();
    if (queries.empty()) {
      return log + " is there and empty, so only bounds are known of its database server's part";
    }
    if (run.remark(Remark.Rule.QUERIES_SAMPLED).isPresent()) {
      return log
          + " holds a sample of the statements, so its database server's part is a lower bound";
    }
    Long threshold = queries.thresholdUs();
    if (threshold == null) {
      return "whether " + log + " leaves out short statements is not known";
    }
    return threshold == 0
        ? ""
        : log + " leaves out short statements, so its database server's part is a lower bound";
  }

  /** The windows whose CPUs did more than the run's requests can account for. */
  private static String ofBusyCpus(RunFacts run, List<ScopeReport> scopes) {
    String windows =
        scopes.stream()
            .filter(scope -> CpuTable.busyBeyondRequests(scope.cpu(), run.name()))
            .map(scope -> scope.scope().label())
            .collect(Collectors.joining(", "));
    return windows.isEmpty()
        ? ""
        : "more CPUs were busy on "
            + run.name()
            + " than its requests can account for ("
            + windows
            + "), see CPU time";
  }
}
