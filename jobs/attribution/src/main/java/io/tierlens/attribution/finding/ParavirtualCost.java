package io.tierlens.attribution.finding;

/**
 * A guest that knows of its hypervisor asks it instead of being trapped: the price shows as dearer
 * user time (caches, page tables) and some steal, and not as a multiple of system time.
 */
final class ParavirtualCost implements Rule {
  static final double USER_TIMES = 1.1;
  static final double USER_TIMES_AGAINST = 1.05;
  static final double STEAL_PERCENT = 2;
  static final double STEAL_PERCENT_AGAINST = 0.5;
  static final double SYSTEM_TIMES_LEAST = 1.1;
  static final double SYSTEM_TIMES_AGAINST = 3;

  @Override
  public String name() {
    return "paravirtual-cost";
  }

  @Override
  public String nextExperiment() {
    return "Run one client on the same machine with no other domain busy and the guest's virtual"
        + " CPUs pinned, and record xentop of all domains: what remains of the dearer user time is"
        + " the price of the guest, what goes away was contention.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence after = runs.after();
    if (!after.guest() || runs.before().guest()) {
      return null;
    }
    Diagnosis diagnosis =
        new Diagnosis()
            .key(
                runs.userGrowth(),
                Band.from(USER_TIMES).againstBelow(USER_TIMES_AGAINST),
                Measurement.CPU_MODES)
            .sign(
                Figure.of(Measure.STEAL, after.percent(Mode.STEAL)),
                Band.from(STEAL_PERCENT).againstBelow(STEAL_PERCENT_AGAINST),
                Measurement.STEAL);
    Figure system = runs.systemGrowth();
    if (system.value() != null && system.value() > SYSTEM_TIMES_AGAINST) {
      // The other kind of virtual machine, whatever user time does.
      diagnosis.andKey(system, Band.neverForAbove(SYSTEM_TIMES_AGAINST), Measurement.CPU_MODES);
    } else {
      diagnosis.sign(system, Band.from(SYSTEM_TIMES_LEAST), Measurement.CPU_MODES);
    }
    return diagnosis
        .sign(
            Figure.of(Measure.IOWAIT, after.percent(Mode.IOWAIT)),
            Shared.NO_IOWAIT,
            Measurement.IOWAIT)
        .sign(runs.endpointsSlower(), Shared.ALL_ENDPOINTS, Measurement.ENDPOINTS)
        .sign(
            Figure.of(Measure.GUEST_TO_HOST, after.guestToHost()),
            Band.upTo(Shared.GUEST_ABOVE_CHARGED).againstAbove(Shared.GUEST_ABOVE_CHARGED),
            Measurement.DOMAINS);
  }
}
