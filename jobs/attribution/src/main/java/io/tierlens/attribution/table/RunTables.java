package io.tierlens.attribution.table;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.record.Window;
import java.util.List;

/**
 * One run as its tables tell it: what comparisons and findings start from.
 *
 * @param thresholdUs queries shorter than this are not in the slow log; 0 where all are; null
 *     without a slow log
 * @param requests rows of table request, by start
 * @param statements by window and fingerprint; empty without a slow log
 */
public record RunTables(
    String run,
    Long thresholdUs,
    List<Window> windows,
    List<Request> requests,
    List<RunTier> runTiers,
    List<EndpointTier> endpointTiers,
    List<CpuDemand> cpuDemands,
    List<DomainDemand> domainDemands,
    List<Remark> remarks,
    List<StatementTotal> statements) {

  public RunTables {
    requireNonNull(run, "run is null");
    windows = List.copyOf(windows);
    requests = List.copyOf(requests);
    runTiers = List.copyOf(runTiers);
    endpointTiers = List.copyOf(endpointTiers);
    cpuDemands = List.copyOf(cpuDemands);
    domainDemands = List.copyOf(domainDemands);
    remarks = List.copyOf(remarks);
    statements = List.copyOf(statements);
  }
}
