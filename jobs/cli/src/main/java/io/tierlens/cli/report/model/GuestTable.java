package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.Comparator;
import java.util.List;

/** Makes the guest-beside-host rows of one scope: the stack's guests, then dom0, then strangers. */
final class GuestTable {

  /** Guest and host count the same time in other ways; a tenth apart is agreement. */
  private static final double AGREEMENT = 0.1;

  private GuestTable() {}

  static List<GuestUse> uses(Scope scope, List<RunFacts> runs) {
    return runs.stream()
        .flatMap(
            run ->
                run.domains(scope.window()).stream()
                    .sorted(
                        Comparator.comparing((DomainDemand row) -> row.guest() == null)
                            .thenComparing(row -> !isDom0(row))
                            .thenComparing(DomainDemand::domain))
                    .map(row -> use(run.name(), row)))
        .toList();
  }

  private static GuestUse use(String run, DomainDemand row) {
    return new GuestUse(
        run,
        row.hypervisor(),
        row.domain(),
        row.guest(),
        row.chargedCores(),
        row.chargedMsPerRequest(),
        row.guestBusyCores(),
        row.guestToHost(),
        row.readyCores(),
        row.hostCores(),
        meaning(row));
  }

  private static String meaning(DomainDemand row) {
    if (row.guest() == null) {
      return isDom0(row) ? "the host's own work and the guests' devices" : "not of this run";
    }
    Double ratio = row.guestToHost();
    if (ratio == null) {
      return "the guest's own sar is not in the logs";
    }
    if (ratio > 1 + AGREEMENT) {
      return "the guest counts time it was not given";
    }
    return ratio < 1 - AGREEMENT
        ? "the host charges more than the guest saw"
        : "guest and host agree";
  }

  /** The names that Xen's tools print for the privileged domain. */
  private static boolean isDom0(DomainDemand row) {
    return row.domain().equalsIgnoreCase("Domain-0") || row.domain().equalsIgnoreCase("dom0");
  }
}
