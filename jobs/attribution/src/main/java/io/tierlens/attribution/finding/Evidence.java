package io.tierlens.attribution.finding;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The figures of one run, over one window or the whole run, that rules look at: those of all
 * machines that serve requests together. What is not measured, or not published, is null.
 */
final class Evidence {
  /** CPU time over fewer requests depends on which requests they are. */
  static final int MIN_REQUESTS = 20;

  /** A kernel that tells this much time taken is a guest, whatever else is known, in percent. */
  static final double STEAL_OF_A_GUEST_PERCENT = 0.5;

  private final FindingInput input;
  private final String window;
  private final Set<String> stack;
  private final List<CpuDemand> cpu;
  private final List<DomainDemand> domains;

  private Evidence(FindingInput input, String window) {
    this.input = input;
    this.window = window;
    this.stack = stack(input);
    this.cpu =
        input.tables().cpuDemands().stream()
            .filter(row -> here(row.windowName()) && stack.contains(row.host()))
            .toList();
    this.domains =
        input.tables().domainDemands().stream().filter(row -> here(row.windowName())).toList();
  }

  /** Of the window of this name; null for the whole run. */
  static Evidence of(FindingInput input, String window) {
    return new Evidence(input, window);
  }

  /** Machines that serve requests; where nobody says which, all but those that host others. */
  private static Set<String> stack(FindingInput input) {
    Set<String> serving = new HashSet<>();
    Set<String> hypervisors = new HashSet<>();
    for (Host host : input.hosts()) {
      if (!host.tiers().isEmpty()) {
        serving.add(host.name());
      }
      hypervisors.add(host.hypervisor());
    }
    if (serving.isEmpty()) {
      input.tables().cpuDemands().forEach(row -> serving.add(row.host()));
      serving.removeAll(hypervisors);
    }
    return serving;
  }

  /** Name of the window; null for the whole run. */
  String window() {
    return window;
  }

  private boolean here(String windowName) {
    return Objects.equals(window, windowName);
  }

  /** Whether the machines that serve requests are known to be guests of a hypervisor. */
  boolean guest() {
    Double steal = percent(Mode.STEAL);
    return input.hosts().stream().anyMatch(h -> stack.contains(h.name()) && h.hypervisor() != null)
        || domains.stream().anyMatch(row -> row.guest() != null && stack.contains(row.guest()))
        || (steal != null && steal >= STEAL_OF_A_GUEST_PERCENT);
  }

  private List<CpuDemand> rows(String label) {
    return cpu.stream().filter(row -> row.mode().equals(label)).toList();
  }

  private long hosts() {
    return cpu.stream().map(CpuDemand::host).distinct().count();
  }

  /** The rows of a mode; none where some machine does not tell it. Nice is not always told. */
  private List<CpuDemand> rows(Mode mode) {
    List<CpuDemand> found = new ArrayList<>();
    for (String label : mode.labels()) {
      List<CpuDemand> ofLabel = rows(label);
      if (ofLabel.size() != hosts() && !label.equals("nice")) {
        return List.of();
      }
      found.addAll(ofLabel);
    }
    return found;
  }

  /** CPU time per request; null where it is not told, or over too few requests. */
  Demand demand(Mode mode) {
    Demand sum = null;
    for (CpuDemand row : rows(mode)) {
      if (row.msPerRequest() == null || row.requests() < MIN_REQUESTS) {
        return null;
      }
      double low = row.low() == null ? row.msPerRequest() : row.low();
      double high = row.high() == null ? row.msPerRequest() : row.high();
      Demand demand = new Demand(row.msPerRequest(), low, high);
      sum = sum == null ? demand : sum.plus(demand);
    }
    return sum;
  }

  /** Of user and system time together. */
  Demand busyDemand() {
    Demand user = demand(Mode.USER);
    Demand system = demand(Mode.SYSTEM);
    return user == null || system == null ? null : user.plus(system);
  }

  /** In percent of all CPUs. */
  Double percent(Mode mode) {
    List<CpuDemand> rows = rows(mode);
    return rows.isEmpty() || cores() == null
        ? null
        : Double.valueOf(100 * rows.stream().mapToDouble(CpuDemand::busyCores).sum() / cores());
  }

  /**
   * In percent of all CPUs while no request was in the stack, over at least so many seconds. A host
   * is as quiet before the load as in between: what the window does not tell, the whole run may.
   */
  Double quietPercent(Mode mode, double minSeconds) {
    Double inWindow = quietPercent(rows(mode), minSeconds);
    return inWindow != null || window == null
        ? inWindow
        : quietPercent(new Evidence(input, null).rows(mode), minSeconds);
  }

  private static Double quietPercent(List<CpuDemand> rows, double minSeconds) {
    double sum = 0;
    double cores = 0;
    for (CpuDemand row : rows) {
      if (row.quietPercent() == null
          || row.quietSeconds() == null
          || row.quietSeconds() < minSeconds) {
        return null;
      }
      sum += row.quietPercent() * row.cores();
      cores += row.cores();
    }
    return rows.isEmpty() ? null : Double.valueOf(sum / cores);
  }

  /** CPUs of the machines that serve requests; null without CPU figures. */
  Integer cores() {
    List<CpuDemand> user = rows("user");
    return user.isEmpty() ? null : Integer.valueOf(user.stream().mapToInt(CpuDemand::cores).sum());
  }

  /** CPUs of the machine that has most. */
  int mostCores() {
    return rows("user").stream().mapToInt(CpuDemand::cores).max().orElse(0);
  }

  /** CPUs in user and system mode, on average. */
  Double busyCores() {
    List<CpuDemand> user = rows(Mode.USER);
    List<CpuDemand> system = rows(Mode.SYSTEM);
    return user.isEmpty() || system.isEmpty()
        ? null
        : Double.valueOf(
            user.stream().mapToDouble(CpuDemand::busyCores).sum()
                + system.stream().mapToDouble(CpuDemand::busyCores).sum());
  }

  /** Requests in the stack, on average. */
  Double concurrency() {
    return enoughRequests(rows("user"))
        ? cpu.stream().map(CpuDemand::concurrency).filter(Objects::nonNull).findFirst().orElse(null)
        : null;
  }

  /** Requests a second. */
  Double throughput() {
    return enoughRequests(rows("user"))
        ? cpu.stream().map(CpuDemand::throughput).filter(Objects::nonNull).findFirst().orElse(null)
        : null;
  }

  private static boolean enoughRequests(List<CpuDemand> rows) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.requests() >= MIN_REQUESTS);
  }

  /** As often a second, on all machines that serve requests together. */
  Double perSecond(Activity kind) {
    List<HostActivity> rows =
        input.activities().stream()
            .filter(a -> here(a.windowName()) && stack.contains(a.host()) && a.kind() == kind)
            .toList();
    return rows.isEmpty()
        ? null
        : Double.valueOf(rows.stream().mapToDouble(HostActivity::perSecond).sum());
  }

  /** As often in a request. */
  Double perRequest(Activity kind) {
    Double rate = perSecond(kind);
    Double throughput = throughput();
    return rate == null || throughput == null || throughput <= 0
        ? null
        : Double.valueOf(rate / throughput);
  }

  private List<DomainDemand> guests() {
    return domains.stream()
        .filter(row -> row.guest() != null && stack.contains(row.guest()))
        .toList();
  }

  /** CPUs that the guests saw busy over those that they were charged for. */
  Double guestToHost() {
    double seen = 0;
    double charged = 0;
    for (DomainDemand row : guests()) {
      if (row.guestBusyCores() != null) {
        seen += row.guestBusyCores();
        charged += row.chargedCores();
      }
    }
    return charged <= 0 ? null : Double.valueOf(seen / charged);
  }

  /** Virtual CPUs that waited for a real one, in percent of the virtual CPUs. */
  Double readyPercent() {
    double ready = 0;
    boolean told = false;
    for (DomainDemand row : guests()) {
      if (row.readyCores() != null) {
        ready += row.readyCores();
        told = true;
      }
    }
    return told && cores() != null ? Double.valueOf(100 * ready / cores()) : null;
  }

  /** CPUs of the machine below; null where nobody says. */
  Integer hostCores() {
    for (DomainDemand row : domains) {
      if (row.hostCores() != null) {
        return row.hostCores();
      }
    }
    return null;
  }

  /** CPUs charged to all domains in percent of those of the machine. */
  Double hostPercent() {
    Integer cores = hostCores();
    return cores == null || domains.size() < 2
        ? null
        : Double.valueOf(
            100 * domains.stream().mapToDouble(DomainDemand::chargedCores).sum() / cores);
  }

  /** CPUs charged to the domain that does the guests' input and output. */
  Double driverDomainCores() {
    return domains.stream()
        .filter(Evidence::isDriverDomain)
        .map(DomainDemand::chargedCores)
        .findFirst()
        .orElse(null);
  }

  private static boolean isDriverDomain(DomainDemand row) {
    return row.guest() == null
        && (row.domain().equalsIgnoreCase("Domain-0") || row.domain().equals(row.hypervisor()));
  }

  /** The row of a tier; null where it has no mean, or one that may not be published. */
  RunTier tier(Tier tier) {
    return input.tables().runTiers().stream()
        .filter(row -> here(row.windowName()) && row.tier().equals(tier.label()))
        .filter(row -> row.published() && row.meanUs() != null)
        .findFirst()
        .orElse(null);
  }

  /** Rows of whole requests by endpoint, that may be published. */
  List<EndpointTier> endpoints() {
    return input.tables().endpointTiers().stream()
        .filter(row -> here(row.windowName()) && row.tier().equals(Tier.REQUEST.label()))
        .filter(row -> row.published() && row.meanUs() != null)
        .toList();
  }

  List<StatementTotal> statements() {
    return input.tables().statements().stream().filter(row -> here(row.windowName())).toList();
  }

  /** Whether every statement was logged; null without a slow log. */
  Boolean allLogged() {
    Long threshold = input.tables().thresholdUs();
    return threshold == null
        ? null
        : Boolean.valueOf(threshold == 0 && remarksOfRun(Remark.Rule.QUERIES_SAMPLED).isEmpty());
  }

  /** Remarks of this window. */
  List<Remark> remarks(Remark.Rule rule) {
    return input.tables().remarks().stream()
        .filter(remark -> remark.rule() == rule && here(remark.windowName()))
        .toList();
  }

  /** Remarks of the run as a whole. */
  List<Remark> remarksOfRun(Remark.Rule rule) {
    return input.tables().remarks().stream()
        .filter(remark -> remark.rule() == rule && remark.windowName() == null)
        .toList();
  }
}
