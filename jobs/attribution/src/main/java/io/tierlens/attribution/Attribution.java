package io.tierlens.attribution;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.TieConfidence;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTier;
import java.util.List;

/**
 * All that one run's records give: the rows of its derived tables, and remarks.
 *
 * @param expected what the tying of queries is expected to be worth; null where nothing is tied
 */
public record Attribution(
    Level level,
    TieConfidence expected,
    List<Request> requests,
    List<QueryAssignment> assignments,
    List<RunTier> runTiers,
    List<EndpointTier> endpointTiers,
    List<CpuDemand> cpuDemands,
    List<DomainDemand> domainDemands,
    List<Remark> remarks) {

  public Attribution {
    requests = List.copyOf(requests);
    assignments = List.copyOf(assignments);
    runTiers = List.copyOf(runTiers);
    endpointTiers = List.copyOf(endpointTiers);
    cpuDemands = List.copyOf(cpuDemands);
    domainDemands = List.copyOf(domainDemands);
    remarks = List.copyOf(remarks);
  }
}
