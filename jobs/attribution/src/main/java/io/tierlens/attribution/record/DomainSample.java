package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * CPU time of one virtual machine as its hypervisor charges it.
 *
 * @param host machine of the hypervisor
 * @param startUs time of the sample before; null for a domain that is seen for the first time
 * @param endUs time of the sample
 * @param domain name of the domain
 * @param cpuSeconds CPU time since the domain began, a counter; null where the log has none
 * @param cpuPercent CPU over the interval in percent of one CPU, or null
 * @param readyPercent time over which virtual CPUs had to wait for one, likewise; null where the
 *     tool does not tell, which is not 0
 */
public record DomainSample(
    String host,
    Long startUs,
    long endUs,
    String domain,
    Double cpuSeconds,
    Double cpuPercent,
    Double readyPercent) {

  public DomainSample {
    requireNonNull(host, "host is null");
    requireNonNull(domain, "domain is null");
  }
}
