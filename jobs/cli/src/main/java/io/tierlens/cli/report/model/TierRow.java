package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One tier in one scope, in every run.
 *
 * @param tier the tier
 * @param cells one for every run, the baseline first
 */
public record TierRow(Tier tier, List<TierCell> cells) {

  /** Copies the list. */
  public TierRow {
    requireNonNull(tier, "tier");
    cells = List.copyOf(cells);
  }

  /** Returns the cell of a run. */
  public Optional<TierCell> cell(String run) {
    return cells.stream().filter(cell -> cell.run().equals(run)).findFirst();
  }
}
