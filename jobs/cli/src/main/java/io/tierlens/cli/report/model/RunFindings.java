package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.facts.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which causes fit a run, and which do not.
 *
 * @param run the candidate, or the only run
 * @param scopes windows with something to say, in order; empty where nothing was found
 */
public record RunFindings(String run, List<InScope> scopes) {

  /** Copies the list. */
  public RunFindings {
    requireNonNull(run, "run");
    scopes = List.copyOf(scopes);
  }

  /**
   * Findings of one window.
   *
   * @param window null for the whole run
   * @param causes those that fit or may fit, the surest first
   * @param excluded those that do not
   */
  public record InScope(String window, List<Finding> causes, List<Finding> excluded) {

    /** Copies the lists. */
    public InScope {
      causes = List.copyOf(causes);
      excluded = List.copyOf(excluded);
    }

    /** Returns the name for people. */
    public String label() {
      return window == null ? "whole run" : window;
    }
  }

  /** Nothing was found. */
  static RunFindings none(String run) {
    return new RunFindings(run, List.of());
  }

  /** Returns the findings of a window; null stands for the whole run. */
  Optional<InScope> in(String window) {
    return scopes.stream().filter(scope -> Objects.equals(scope.window(), window)).findFirst();
  }

  static RunFindings of(Judgement judgement) {
    Map<String, List<Finding>> byWindow = new LinkedHashMap<>();
    judgement
        .findings()
        .forEach(
            finding ->
                byWindow
                    .computeIfAbsent(finding.windowName(), window -> new ArrayList<>())
                    .add(finding));
    List<InScope> scopes = new ArrayList<>();
    byWindow.forEach(
        (window, findings) ->
            scopes.add(
                new InScope(
                    window,
                    findings.stream().filter(RunFindings::isCause).toList(),
                    findings.stream().filter(finding -> !isCause(finding)).toList())));
    return new RunFindings(judgement.run(), scopes);
  }

  private static boolean isCause(Finding finding) {
    return !finding.verdict().equals("contradicted");
  }
}
