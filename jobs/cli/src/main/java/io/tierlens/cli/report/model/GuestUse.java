package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.words.Figures;
import java.util.Optional;

/**
 * What a hypervisor charged one of its domains, beside what the guest saw of itself.
 *
 * @param run name of the run
 * @param hypervisor machine of the hypervisor
 * @param domain name of the domain
 * @param guest machine of the run that it is, nullable
 * @param chargedCores mean number of CPUs charged
 * @param chargedMsPerRequest milliseconds per request, nullable
 * @param guestBusyCores mean number of CPUs that the guest saw busy, nullable
 * @param guestToHost guestBusyCores over chargedCores, nullable
 * @param readyCores mean number of virtual CPUs that had to wait for one, nullable
 * @param hostCores CPUs of the hypervisor, nullable
 * @param meaning what that says, in words
 */
public record GuestUse(
    String run,
    String hypervisor,
    String domain,
    String guest,
    double chargedCores,
    Double chargedMsPerRequest,
    Double guestBusyCores,
    Double guestToHost,
    Double readyCores,
    Integer hostCores,
    String meaning) {

  /** Refuses nulls. */
  public GuestUse {
    requireNonNull(run, "run");
    requireNonNull(hypervisor, "hypervisor");
    requireNonNull(domain, "domain");
    requireNonNull(meaning, "meaning");
  }

  /**
   * For how many CPUs its virtual ones waited, of hypervisors that tell it; the guest may have
   * counted this time as its own.
   */
  public Optional<String> waiting() {
    return Optional.ofNullable(readyCores)
        .map(cores -> "ready and waiting for a CPU: " + Figures.cores(cores));
  }
}
