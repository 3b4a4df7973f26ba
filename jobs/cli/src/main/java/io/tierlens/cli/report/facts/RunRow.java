package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The row of table {@code run}, with the run's name.
 *
 * @param run name of the run
 * @param environment free text, nullable
 * @param description free text, nullable
 * @param hosts the machines of the run
 * @param windows named parts of the run
 */
public record RunRow(
    String run,
    String environment,
    String description,
    List<HostRow> hosts,
    List<WindowRow> windows) {

  /** Copies the lists. */
  public RunRow {
    requireNonNull(run, "run");
    hosts = List.copyOf(hosts);
    windows = List.copyOf(windows);
  }

  /**
   * Says whether a machine is part of the stack. A machine that run.yaml does not name is, so that
   * loose files without a run.yaml are not taken for bystanders.
   */
  public boolean inStack(String host) {
    return hosts.stream()
        .filter(row -> row.name().equals(host))
        .findFirst()
        .map(row -> !row.tiers().isEmpty())
        .orElse(true);
  }
}
