package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * One row of table {@code domain_demand}.
 *
 * @param windowName null for the whole run
 * @param hypervisor machine that xentop ran on
 * @param domain name of the domain
 * @param guest host of the run that this domain is, nullable
 * @param chargedCores mean number of CPUs charged to the domain
 * @param chargedMsPerRequest nullable
 * @param guestBusyCores mean number of CPUs that the guest saw busy, nullable
 * @param guestToHost guestBusyCores over chargedCores, nullable
 * @param hostCores CPUs of the hypervisor, nullable
 * @param coveredSeconds sum of the intervals used
 */
public record DomainDemandRow(
    String windowName,
    String hypervisor,
    String domain,
    String guest,
    double chargedCores,
    Double chargedMsPerRequest,
    Double guestBusyCores,
    Double guestToHost,
    Integer hostCores,
    double coveredSeconds) {

  /** Refuses nulls. */
  public DomainDemandRow {
    requireNonNull(hypervisor, "hypervisor");
    requireNonNull(domain, "domain");
  }
}
