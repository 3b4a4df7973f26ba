package io.tierlens.attribution.table;

/**
 * CPU time of one virtual machine as its hypervisor charges it: a row of table domain_demand.
 *
 * @param windowName null for the whole run
 * @param readyCores virtual CPUs that were ready and had to wait for a CPU, on average; null where
 *     the tool does not tell
 */
public record DomainDemand(
    String windowName,
    String hypervisor,
    String domain,
    String guest,
    double chargedCores,
    Double chargedMsPerRequest,
    Double guestBusyCores,
    Double guestToHost,
    Double readyCores,
    Integer hostCores,
    double coveredSeconds) {}
