package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import java.util.List;

/**
 * What was found out about a candidate beside the baseline, or about the only run.
 *
 * @param run the candidate, or the only run
 * @param comparisons its rows of comparison; empty for the only run
 * @param findings its rows of finding
 */
public record Judgement(String run, List<Comparison> comparisons, List<Finding> findings) {

  /** Copies the lists. */
  public Judgement {
    requireNonNull(run, "run");
    comparisons = List.copyOf(comparisons);
    findings = List.copyOf(findings);
  }

  /** What was found out about one window alone; all of it for null. */
  public Judgement in(String window) {
    return window == null
        ? this
        : new Judgement(
            run,
            comparisons.stream().filter(row -> window.equals(row.windowName())).toList(),
            findings.stream().filter(row -> window.equals(row.windowName())).toList());
  }

  /** Nothing was found out. */
  public static Judgement none(String run) {
    return new Judgement(run, List.of(), List.of());
  }
}
