package io.tierlens.attribution.finding;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Figures of a made-up run, consistent with each other; every field may be changed. */
final class StackRun {
  private static final double[] PATTERN = {1, -1, 0.6, -0.6, -1, 1, -0.4, 0.4};

  String name = "run";
  boolean guest;
  int cores = 2;
  double concurrency = 2;
  double requestMs = 600;
  double userMs = 300;
  double systemMs = 80;

  /** Extra CPUs that spin in the kernel outside of requests. */
  double spinningCpus;

  /** Relative deviation of the batch means. */
  double spread = 0.02;

  /** Half width of the bounds of CPU times, relative. */
  double cpuBound = 0.01;

  long requests = 400;
  Double iowaitPercent = 0.1;
  Double stealPercent;
  Double quietSystemPercent;
  Double quietSeconds = 30.0;
  boolean published = true;
  Long thresholdUs = 0L;
  double webShare = 0.1;
  double dbShare = 0.2;

  /** What the hypervisor charged the guest; null for no xentop. */
  Double chargedCores;

  Double domainZeroCores;
  Double readyCores;
  Integer hostCores = 4;
  final Map<Activity, Double> perRequest = new EnumMap<>(Activity.class);
  final Map<String, long[]> statements = new TreeMap<>();
  final Map<String, double[]> endpoints = new TreeMap<>();
  final List<Remark> remarks = new ArrayList<>();

  /** A machine of two CPUs, half of them busy with two requests of 0.6 s. */
  static StackRun physical() {
    StackRun run = new StackRun();
    run.name = "physical";
    run.endpoints("a", 100, 1, "b", 100, 1, "c", 100, 1, "d", 100, 1);
    run.statements("select", 400, 20_000, "insert", 400, 10_000, "update", 400, 5_000);
    return run;
  }

  /** The same stack in a guest, as fast as before, whose hypervisor charges what the guest saw. */
  static StackRun virtual() {
    StackRun run = physical();
    run.name = "virtual";
    run.guest = true;
    run.chargedCores = -1.0;
    run.domainZeroCores = 0.1;
    return run;
  }

  StackRun endpoints(Object... nameRequestsFactor) {
    endpoints.clear();
    for (int i = 0; i < nameRequestsFactor.length; i += 3) {
      endpoints.put(
          (String) nameRequestsFactor[i],
          new double[] {
            ((Number) nameRequestsFactor[i + 1]).doubleValue(),
            ((Number) nameRequestsFactor[i + 2]).doubleValue()
          });
    }
    return this;
  }

  StackRun statements(Object... nameQueriesMean) {
    for (int i = 0; i < nameQueriesMean.length; i += 3) {
      long queries = ((Number) nameQueriesMean[i + 1]).longValue();
      long meanUs = ((Number) nameQueriesMean[i + 2]).longValue();
      statements.put((String) nameQueriesMean[i], new long[] {queries, queries * meanUs});
    }
    return this;
  }

  double throughput() {
    return concurrency / (requestMs / 1e3);
  }

  double busyCores() {
    return (userMs + systemMs) / 1e3 * throughput() + spinningCpus;
  }

  FindingInput input() {
    List<CpuDemand> cpu = new ArrayList<>();
    double systemAll = systemMs + spinningCpus * 1e3 / throughput();
    cpu(cpu, "user", userMs, null);
    cpu(cpu, "nice", 0, null);
    cpu(cpu, "system", systemAll, quietSystemPercent);
    if (iowaitPercent != null) {
      cpu(cpu, "iowait", iowaitPercent / 100 * cores * 1e3 / throughput(), null);
    }
    if (stealPercent != null) {
      cpu(cpu, "steal", stealPercent / 100 * cores * 1e3 / throughput(), null);
    }
    List<Host> hosts = new ArrayList<>();
    String hypervisor = guest ? "xen" : null;
    hosts.add(new Host("www", cores, hypervisor, guest ? "www" : null, Set.of("web", "app", "db")));
    if (guest) {
      hosts.add(new Host("xen", hostCores, null, null, Set.of()));
    }
    List<HostActivity> activities = new ArrayList<>();
    perRequest.forEach(
        (kind, rate) ->
            activities.add(new HostActivity(null, "www", kind, rate * throughput(), 120)));
    List<StatementTotal> totals = new ArrayList<>();
    statements.forEach((id, sums) -> totals.add(new StatementTotal(null, id, sums[0], sums[1])));
    return new FindingInput(
        new RunTables(
            name,
            thresholdUs,
            List.of(),
            List.of(),
            tiers(),
            endpointTiers(),
            cpu,
            domains(),
            remarks,
            totals),
        hosts,
        activities);
  }

  private void cpu(List<CpuDemand> rows, String mode, double ms, Double quiet) {
    double busy = ms / 1e3 * throughput();
    rows.add(
        new CpuDemand(
            null,
            "www",
            mode,
            ms,
            ms * (1 - cpuBound),
            ms * (1 + cpuBound),
            100 * busy / cores,
            busy,
            cores,
            requests,
            concurrency,
            throughput(),
            requests / throughput(),
            quiet,
            quiet == null ? null : quietSeconds));
  }

  private List<DomainDemand> domains() {
    List<DomainDemand> rows = new ArrayList<>();
    if (chargedCores != null) {
      double charged = chargedCores < 0 ? busyCores() : chargedCores;
      rows.add(domain("www", "www", charged, busyCores()));
    }
    if (domainZeroCores != null) {
      rows.add(domain("Domain-0", null, domainZeroCores, null));
    }
    return rows;
  }

  private DomainDemand domain(String domain, String host, double charged, Double busy) {
    return new DomainDemand(
        null,
        "xen",
        domain,
        host,
        charged,
        charged * 1e3 / throughput(),
        busy,
        busy == null ? null : Double.valueOf(busy / charged),
        host == null ? null : readyCores,
        hostCores,
        120);
  }

  private List<RunTier> tiers() {
    return List.of(
        tier("request", 1),
        tier("web", webShare),
        tier("app", 1 - webShare - dbShare),
        tier("db", dbShare));
  }

  private RunTier tier(String tier, double share) {
    double meanUs = requestMs * 1e3 * share;
    List<Double> batches = new ArrayList<>();
    for (double part : PATTERN) {
      batches.add(meanUs * (1 + spread * part));
    }
    return new RunTier(
        null, tier, meanUs, meanUs, meanUs, share, requests, null, null, null, null, batches,
        "totals", 0.0, published);
  }

  private List<EndpointTier> endpointTiers() {
    List<EndpointTier> rows = new ArrayList<>();
    endpoints.forEach(
        (endpoint, row) ->
            rows.add(
                new EndpointTier(
                    null,
                    endpoint,
                    "request",
                    requestMs * 1e3 * row[1],
                    null,
                    null,
                    1.0,
                    (long) row[0],
                    "totals",
                    0.0,
                    published)));
    return rows;
  }
}
