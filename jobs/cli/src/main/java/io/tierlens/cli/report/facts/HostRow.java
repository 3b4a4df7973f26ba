package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One machine of a run, as table {@code run} names it.
 *
 * @param name name of the machine
 * @param tiers tiers that run on it; empty for a machine beside the stack, such as a dom0
 * @param timeZone zone of its logs, nullable
 * @param cores CPUs, null when run.yaml does not state them
 * @param hypervisor machine that it is a guest of, nullable
 * @param domain its name on the hypervisor, nullable
 */
public record HostRow(
    String name,
    List<String> tiers,
    String timeZone,
    Integer cores,
    String hypervisor,
    String domain) {

  /** Copies the list. */
  public HostRow {
    requireNonNull(name, "name");
    tiers = List.copyOf(tiers);
  }
}
