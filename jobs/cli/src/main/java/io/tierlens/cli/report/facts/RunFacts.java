package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All rows of one run that the report needs, of every window and of the whole run.
 *
 * @param run the run itself
 * @param ledger its input files
 * @param rejects its rejects by file and reason
 * @param tiers its rows of run_tier
 * @param endpoints its rows of endpoint_tier
 * @param cpu its rows of cpu_demand
 * @param domains its rows of domain_demand
 * @param queries totals of its slow log, null without one
 * @param slacks exactness of its stamps by kind of log
 * @param remarks its rows of remark
 * @param statements what each class of its statements took; empty without a slow log
 */
public record RunFacts(
    RunRow run,
    List<LedgerRow> ledger,
    List<RejectCount> rejects,
    List<RunTier> tiers,
    List<EndpointTier> endpoints,
    List<CpuDemand> cpu,
    List<DomainDemand> domains,
    QueryTotals queries,
    List<StampSlack> slacks,
    List<RemarkRow> remarks,
    List<StatementRow> statements) {

  /** Copies the lists. */
  public RunFacts {
    requireNonNull(run, "run");
    ledger = List.copyOf(ledger);
    rejects = List.copyOf(rejects);
    tiers = List.copyOf(tiers);
    endpoints = List.copyOf(endpoints);
    cpu = List.copyOf(cpu);
    domains = List.copyOf(domains);
    slacks = List.copyOf(slacks);
    remarks = List.copyOf(remarks);
    statements = List.copyOf(statements);
  }

  /** Returns the remark of a rule on the whole run. */
  public Optional<RemarkRow> remark(Remark.Rule rule) {
    return remarks.stream()
        .filter(row -> row.windowName() == null && row.rule().equals(rule.name()))
        .findFirst();
  }

  /** Returns the name of the run. */
  public String name() {
    return run.run();
  }

  /** Returns the row of a tier in a window, or of the whole run for a null window. */
  public Optional<RunTier> tier(String window, String tier) {
    return tiers.stream()
        .filter(row -> Objects.equals(row.windowName(), window) && row.tier().equals(tier))
        .findFirst();
  }

  /** Returns the CPU rows of a window, or of the whole run for a null window. */
  public List<CpuDemand> cpu(String window) {
    return cpu.stream().filter(row -> Objects.equals(row.windowName(), window)).toList();
  }

  /** Returns the domain rows of a window, or of the whole run for a null window. */
  public List<DomainDemand> domains(String window) {
    return domains.stream().filter(row -> Objects.equals(row.windowName(), window)).toList();
  }

  /** Returns the classes of statements of a window, or of the whole run for a null window. */
  public List<StatementRow> statements(String window) {
    return statements.stream().filter(row -> Objects.equals(row.windowName(), window)).toList();
  }

  /** Returns the endpoint rows of a window, or of the whole run for a null window. */
  public List<EndpointTier> endpoints(String window) {
    return endpoints.stream().filter(row -> Objects.equals(row.windowName(), window)).toList();
  }

  /** Says whether a machine is part of the stack. */
  public boolean inStack(String host) {
    return run.inStack(host);
  }
}
