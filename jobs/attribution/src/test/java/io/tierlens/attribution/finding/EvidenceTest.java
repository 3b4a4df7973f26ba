package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A stack on two guests, web and db, and the machine below them. */
class EvidenceTest {
  private final List<CpuDemand> cpu = new ArrayList<>();
  private final List<DomainDemand> domains = new ArrayList<>();
  private final List<HostActivity> activities = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private List<Host> hosts =
      List.of(
          new Host("web", 2, "xen", "web", Set.of("web", "app")),
          new Host("db", 4, "xen", "db", Set.of("db")),
          new Host("xen", 8, null, null, Set.of()));

  private void cpu(String window, String host, String mode, double ms, int cores, Double quiet) {
    // Two requests a second.
    double busy = ms * 2 / 1e3;
    cpu.add(
        new CpuDemand(
            window,
            host,
            mode,
            ms,
            ms * 0.9,
            ms * 1.1,
            100 * busy / cores,
            busy,
            cores,
            100,
            3.0,
            2.0,
            50,
            quiet,
            quiet == null ? null : Double.valueOf(20)));
  }

  private void stack(String window) {
    cpu(window, "web", "user", 300, 2, null);
    cpu(window, "web", "nice", 20, 2, null);
    cpu(window, "web", "system", 100, 2, window == null ? 4.0 : null);
    cpu(window, "db", "user", 60, 4, null);
    cpu(window, "db", "system", 40, 4, window == null ? 1.0 : null);
    cpu(window, "xen", "user", 5_000, 8, null);
    cpu(window, "xen", "system", 5_000, 8, 50.0);
  }

  private void domain(String domain, String guest, double charged, Double seen) {
    domains.add(
        new DomainDemand(
            null,
            "xen",
            domain,
            guest,
            charged,
            null,
            seen,
            seen == null ? null : seen / charged,
            null,
            8,
            50));
  }

  private Evidence evidence(String window) {
    return Evidence.of(
        new FindingInput(
            new RunTables(
                "run", 0L, List.of(), List.of(), List.of(), List.of(), cpu, domains, remarks,
                List.of()),
            hosts,
            activities),
        window);
  }

  @Test
  void machinesThatServeRequestsAreTakenTogether() {
    stack(null);
    Evidence run = evidence(null);
    assertThat(run.demand(Mode.USER).ms()).isCloseTo(380, within(1e-9));
    assertThat(run.demand(Mode.USER).lowMs()).isCloseTo(342, within(1e-9));
    assertThat(run.busyDemand().highMs()).isCloseTo(572, within(1e-9));
    assertThat(run.cores()).isEqualTo(6);
    assertThat(run.mostCores()).isEqualTo(4);
    assertThat(run.busyCores()).isCloseTo(1.04, within(1e-9));
    assertThat(run.percent(Mode.SYSTEM)).isCloseTo(100 * 0.28 / 6, within(1e-9));
    assertThat(run.concurrency()).isEqualTo(3);
  }

  @Test
  void aModeThatOneMachineDoesNotTellIsNotTold() {
    stack(null);
    cpu(null, "web", "steal", 50, 2, null);
    assertThat(evidence(null).percent(Mode.STEAL)).isNull();
    assertThat(evidence(null).demand(Mode.STEAL)).isNull();
    cpu(null, "db", "steal", 10, 4, null);
    assertThat(evidence(null).percent(Mode.STEAL)).isCloseTo(2, within(1e-9));
  }

  @Test
  void whereNobodySaysWhoServesTheHypervisorDoesNot() {
    stack(null);
    hosts =
        List.of(
            new Host("web", 2, "xen", "web", Set.of()), new Host("xen", 8, null, null, Set.of()));
    assertThat(evidence(null).cores()).isEqualTo(6);
  }

  @Test
  void quietTimeOfTheRunServesItsWindows() {
    stack(null);
    stack("w");
    assertThat(evidence(null).quietPercent(Mode.SYSTEM, 20)).isCloseTo(2, within(1e-9));
    assertThat(evidence("w").quietPercent(Mode.SYSTEM, 20)).isCloseTo(2, within(1e-9));
    assertThat(evidence("w").quietPercent(Mode.SYSTEM, 20.1)).isNull();
    assertThat(evidence("w").quietPercent(Mode.USER, 0)).isNull();
  }

  @Test
  void guestIsWhoIsSaidToBeOneOrIsRobbed() {
    stack(null);
    assertThat(evidence(null).guest()).isTrue();
    hosts = List.of(new Host("web", 2, null, null, Set.of("web", "app", "db")));
    assertThat(evidence(null).guest()).isFalse();
    cpu(null, "web", "steal", 0, 2, null);
    assertThat(evidence(null).guest()).isFalse();
    cpu.remove(cpu.size() - 1);
    cpu(null, "web", "steal", 5, 2, null);
    assertThat(evidence(null).guest()).isTrue();
    cpu.remove(cpu.size() - 1);
    domain("web", "web", 1, 1.0);
    assertThat(evidence(null).guest()).isTrue();
  }

  @Test
  void domainsAreSummedAndTheDriversOneIsFound() {
    stack(null);
    assertThat(evidence(null).guestToHost()).isNull();
    domain("web", "web", 1.0, 0.9);
    assertThat(evidence(null).hostPercent()).isNull();
    domain("db", "db", 0.5, 0.6);
    domain("stranger", null, 2.0, null);
    assertThat(evidence(null).driverDomainCores()).isNull();
    domain("Domain-0", null, 0.5, null);
    Evidence run = evidence(null);
    assertThat(run.guestToHost()).isCloseTo(1, within(1e-9));
    assertThat(run.hostPercent()).isCloseTo(50, within(1e-9));
    assertThat(run.driverDomainCores()).isEqualTo(0.5);
    assertThat(run.hostCores()).isEqualTo(8);
    domains.remove(domains.size() - 1);
    domain("xen", null, 0.7, null);
    assertThat(evidence(null).driverDomainCores()).isEqualTo(0.7);
  }

  @Test
  void activitiesOfAllMachinesThatServeAreSummed() {
    stack(null);
    activities.add(new HostActivity(null, "web", Activity.FORKS, 3, 50));
    activities.add(new HostActivity(null, "db", Activity.FORKS, 1, 50));
    activities.add(new HostActivity(null, "xen", Activity.FORKS, 90, 50));
    activities.add(new HostActivity("w", "web", Activity.FORKS, 90, 50));
    assertThat(evidence(null).perSecond(Activity.FORKS)).isEqualTo(4);
    assertThat(evidence(null).perRequest(Activity.FORKS)).isEqualTo(2);
    assertThat(evidence(null).perRequest(Activity.SWAP_IN)).isNull();
  }

  @Test
  void sampledLogIsNotAllOfTheQueries() {
    assertThat(evidence(null).allLogged()).isTrue();
    remarks.add(new Remark(Remark.Rule.QUERIES_SAMPLED, null, null, 10, null));
    assertThat(evidence(null).allLogged()).isFalse();
  }
}
