package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a request behind the tiers that are told: of several others the logs tell no more
 * than their sum.
 *
 * @param label names of the tiers
 * @param meanUs microseconds per request
 * @param share of the request, 0 to 1
 */
public record Remainder(String label, double meanUs, double share) {

  /** Less than this share is what rounding leaves, and no tier. */
  private static final double WORTH_NAMING = 0.005;

  /** Refuses nulls. */
  public Remainder {
    requireNonNull(label, "label");
  }

  static Optional<Remainder> of(ScopeReport scope, String run) {
    Double whole = scope.cell(Tier.REQUEST, run).map(TierCell::meanUs).orElse(null);
    List<String> untold = new ArrayList<>();
    double told = 0;
    boolean any = false;
    for (TierRow row : scope.tiers()) {
      TierCell cell = row.cell(run).orElse(null);
      if (!row.tier().isPart() || cell == null || cell.requests() == null) {
        continue;
      }
      if (cell.told()) {
        any = true;
        told += cell.meanUs();
      } else {
        untold.add(row.tier().label());
      }
    }
    if (whole == null || !any || untold.size() < 2 || whole - told <= WORTH_NAMING * whole) {
      return Optional.empty();
    }
    return Optional.of(
        new Remainder(String.join(" and ", untold), whole - told, (whole - told) / whole));
  }
}
