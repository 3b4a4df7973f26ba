package io.tierlens.attribution;

/**
 * CPU time of one virtual machine as its hypervisor charges it: a row of table domain_demand.
 *
 * @param windowName null for the whole run
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
    Integer hostCores,
    double coveredSeconds) {}
