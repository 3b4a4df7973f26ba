package io.tierlens.attribution.finding;

/**
 * The hypervisor emulates what the guest's kernel does: page tables above all (shadow paging), and
 * whatever else leaves the guest. The guest counts it as its own system time.
 */
final class TrapAndEmulate implements Rule {
  static final double SYSTEM_TIMES = 3;
  static final double SYSTEM_TIMES_AGAINST = 2;
  static final double USER_TIMES_LEAST = 0.7;
  static final double USER_TIMES_MOST = 1.3;
  static final double SYSTEM_TO_USER_AGAINST = 2;
  static final double BUSY_TO_CONCURRENCY_MOST = 1.02;
  static final double SHARE_OF_ADDED_PERCENT = 50;
  static final double SHARE_OF_ADDED_PERCENT_AGAINST = 10;
  static final double EVENTS_TIMES_MOST = 1.3;
  static final double EVENTS_TIMES_AGAINST = 2;

  @Override
  public String name() {
    return "trap-and-emulate";
  }

  @Override
  public String nextExperiment() {
    return "Repeat the run with hardware-assisted paging (EPT or NPT) on and off, and with one"
        + " virtual CPU, and record sar -w -B in the guest and xentop of all domains: this cause"
        + " goes away with it, and its system time rises with forks, context switches and page"
        + " faults.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence after = runs.after();
    if (!after.guest()) {
      return null;
    }
    Figure system = runs.systemGrowth();
    Diagnosis diagnosis =
        new Diagnosis()
            .key(
                system,
                Band.from(SYSTEM_TIMES).againstBelow(SYSTEM_TIMES_AGAINST),
                Measurement.CPU_MODES);
    Figure user = runs.userGrowth();
    if (user.value() != null && user.value() >= USER_TIMES_LEAST) {
      diagnosis.sign(user, Band.upTo(USER_TIMES_MOST));
    }
    if (system.value() != null && system.value() >= SYSTEM_TIMES_AGAINST) {
      diagnosis.sign(runs.systemToUser(), Band.neverForBelow(SYSTEM_TO_USER_AGAINST));
    }
    diagnosis
        .sign(
            runs.shareOfAdded(
                Measure.SHARE_OF_SYSTEM,
                runs.before().demand(Mode.SYSTEM),
                after.demand(Mode.SYSTEM)),
            Band.from(SHARE_OF_ADDED_PERCENT).againstBelow(SHARE_OF_ADDED_PERCENT_AGAINST))
        .sign(
            Figure.of(Measure.IOWAIT, after.percent(Mode.IOWAIT)),
            Shared.NO_IOWAIT,
            Measurement.IOWAIT)
        .sign(
            Figure.growth(Measure.BUSY_TO_CONCURRENCY, after.concurrency(), after.busyCores()),
            Band.upTo(BUSY_TO_CONCURRENCY_MOST),
            Measurement.CONCURRENCY)
        .sign(
            runs.eventsGrowth(),
            Band.upTo(EVENTS_TIMES_MOST).againstAbove(EVENTS_TIMES_AGAINST),
            Measurement.KERNEL_EVENTS)
        .sign(runs.endpointsSlower(), Shared.ALL_ENDPOINTS, Measurement.ENDPOINTS)
        .sign(
            Figure.of(Measure.GUEST_TO_HOST, after.guestToHost()),
            Band.upTo(Shared.GUEST_ABOVE_CHARGED).againstAbove(Shared.GUEST_ABOVE_CHARGED),
            Measurement.DOMAINS);
    Figure steal = Figure.of(Measure.STEAL, after.percent(Mode.STEAL));
    return diagnosis.sign(steal, Band.neverForAbove(Shared.STEAL_HIGH_PERCENT), Measurement.STEAL);
  }
}
