package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.facts.Judgement;
import java.util.List;
import java.util.Objects;

/**
 * How the whole request changed in other ways than its mean.
 *
 * @param run the candidate
 * @param rows of all requests together, by window
 */
public record RunChanges(String run, List<Comparison> rows) {

  /** Copies the list. */
  public RunChanges {
    requireNonNull(run, "run");
    rows = List.copyOf(rows);
  }

  static RunChanges of(Judgement judgement) {
    return new RunChanges(
        judgement.run(),
        judgement.comparisons().stream()
            .filter(row -> row.endpoint() == null && Tier.REQUEST.key().equals(row.tier()))
            .toList());
  }

  /** Returns the rows of a window; null stands for the whole run. */
  public List<Comparison> in(String window) {
    return rows.stream().filter(row -> Objects.equals(row.windowName(), window)).toList();
  }
}
