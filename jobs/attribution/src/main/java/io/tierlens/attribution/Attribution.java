package io.tierlens.attribution;

import io.tierlens.attribution.matching.Level;
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
 * @param expectedShareRight share of connections that the tying of level L1c is expected to have
 *     right, by the likelihood of the alternatives; null at other levels
 */
public record Attribution(
    Level level,
    Double expectedShareRight,
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
