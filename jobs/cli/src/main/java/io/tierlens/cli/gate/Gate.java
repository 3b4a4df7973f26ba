package io.tierlens.cli.gate;

import io.tierlens.cli.gate.Condition.Verdict;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Comparability;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.pipeline.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges conditions by a report. Each is looked at for every candidate, or for the only run, in
 * every window that both runs have, or over the whole runs where there is no such window. It holds
 * if it holds in one of them; it cannot be judged if it can be in none.
 */
public final class Gate {

  private final Report report;
  private final boolean unsureToo;

  /**
   * The gate of a report.
   *
   * @param unsureToo conditions hold by the figures alone, significant or not
   */
  public Gate(Report report, boolean unsureToo) {
    this.report = report;
    this.unsureToo = unsureToo;
  }

  /** What a condition comes to in one scope: change is null where it looks at one run alone. */
  record Trial(ScopeReport scope, Verdict verdict, Figure figure, Change change, String missing) {}

  /** Judges all of them. */
  public GateResult judge(List<Condition> conditions) {
    List<String> held = new ArrayList<>();
    List<String> unjudged = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Condition condition : conditions) {
      GateWords words = new GateWords(report, condition);
      for (String run : judgedRuns()) {
        List<Trial> trials = trials(condition, run);
        List<Trial> holding = with(Verdict.HOLDS, trials);
        List<Trial> unknown = with(Verdict.CANNOT_BE_JUDGED, trials);
        if (!holding.isEmpty()) {
          held.add(words.holds(run, holding));
        } else if (trials.isEmpty()) {
          unjudged.add(words.noScope(run, hint(condition)));
        } else if (unknown.size() == trials.size()) {
          unjudged.add(words.cannotBeJudged(run, unknown));
        } else if (!unknown.isEmpty()) {
          leftOut.add(words.leftOut(run, unknown));
        }
      }
    }
    return new GateResult(held, unjudged, leftOut);
  }

  private List<String> judgedRuns() {
    return report.runs().stream().map(RunRow::run).skip(report.compares() ? 1 : 0).toList();
  }

  private static List<Trial> with(Verdict verdict, List<Trial> trials) {
    return trials.stream().filter(trial -> trial.verdict() == verdict).toList();
  }

  private List<Trial> trials(Condition condition, String run) {
    return scopes(condition, run).stream().map(scope -> trial(condition, scope, run)).toList();
  }

  private List<ScopeReport> scopes(Condition condition, String run) {
    if (condition.window() != null) {
      return report.scopes().stream()
          .filter(scope -> scope.scope().label().equals(condition.window()))
          .toList();
    }
    List<ScopeReport> windows =
        report.scopes().stream()
            .filter(scope -> scope.scope().window() != null)
            .filter(scope -> hasRequests(scope.scope(), run))
            .filter(
                scope -> !condition.comparesRuns() || hasRequests(scope.scope(), report.baseline()))
            .toList();
    return windows.isEmpty()
        ? report.scopes().stream().filter(scope -> scope.scope().window() == null).toList()
        : windows;
  }

  private static boolean hasRequests(Scope scope, String run) {
    return scope.loads().stream()
        .filter(load -> load.run().equals(run))
        .map(Load::requests)
        .anyMatch(requests -> requests != null && requests > 0);
  }

  private Trial trial(Condition condition, ScopeReport scope, String run) {
    Figure figure = condition.measure().figure(scope, report, run);
    if (!condition.comparesRuns()) {
      return new Trial(scope, condition.judge(figure, unsureToo), figure, null, figure.missing());
    }
    String unlike =
        scope
            .scope()
            .comparability(run)
            .filter(comparability -> !comparability.comparable())
            .map(Comparability::remark)
            .orElse(null);
    Change change =
        unlike == null
            ? condition.measure().change(scope, report, run)
            : Change.missing("not comparable: " + unlike);
    String missing = change.missing();
    if (missing == null && condition.size(change) == null) {
      missing =
          "it is 0 on " + report.baseline() + "; write a difference in ms in place of a ratio";
    }
    return new Trial(scope, condition.judge(change, unsureToo), figure, change, missing);
  }

  private String hint(Condition condition) {
    List<String> known = report.scopes().stream().map(scope -> scope.scope().label()).toList();
    return condition.window() == null
        ? "no requests of it are told"
        : "no window \"" + condition.window() + "\"; " + Spelling.hint(condition.window(), known);
  }
}
