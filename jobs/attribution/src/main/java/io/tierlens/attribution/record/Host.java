package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A machine of the run.
 *
 * @param cores CPUs, or null where nobody says
 * @param hypervisor the machine that this one is a guest of, or null
 * @param domain the name that the hypervisor knows it by, or null
 * @param tiers web, app, db
 */
public record Host(
    String name, Integer cores, String hypervisor, String domain, Set<String> tiers) {

  public Host {
    requireNonNull(name, "name is null");
    tiers = Set.copyOf(tiers);
  }
}
