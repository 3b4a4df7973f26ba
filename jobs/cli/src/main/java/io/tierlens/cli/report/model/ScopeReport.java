package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * All that is said about one scope.
 *
 * @param scope the window, or the whole runs
 * @param tiers the tiers that at least one run tells of, the whole request first
 * @param cpu machines by run, those of the stack first
 * @param cpuRemarks what the laws of CPU time say, in words
 * @param guests domains of the hypervisors; empty where there is none
 * @param dispersion one for every run
 */
public record ScopeReport(
    Scope scope,
    List<TierRow> tiers,
    List<CpuUse> cpu,
    List<String> cpuRemarks,
    List<GuestUse> guests,
    List<Dispersion> dispersion) {

  /** Copies the lists. */
  public ScopeReport {
    requireNonNull(scope, "scope");
    tiers = List.copyOf(tiers);
    cpu = List.copyOf(cpu);
    cpuRemarks = List.copyOf(cpuRemarks);
    guests = List.copyOf(guests);
    dispersion = List.copyOf(dispersion);
  }

  /** Returns the cell of a tier and run. */
  public Optional<TierCell> cell(Tier tier, String run) {
    return tiers.stream()
        .filter(row -> row.tier() == tier)
        .findFirst()
        .flatMap(row -> row.cell(run));
  }

  /** Returns the tiers of a run that are told as one, if there are any beside those told. */
  public Optional<Remainder> remainder(String run) {
    return Remainder.of(this, run);
  }
}
