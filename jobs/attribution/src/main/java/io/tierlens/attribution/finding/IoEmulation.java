package io.tierlens.attribution.finding;

/** Disks and network of the guest are emulated, by dom0 or a process of the host. */
final class IoEmulation implements Rule {
  static final double DRIVER_DOMAIN_CPUS = 0.5;
  static final double DRIVER_DOMAIN_CPUS_AGAINST = 0.35;
  static final double IOWAIT_SHARE_PERCENT = 10;

  @Override
  public String name() {
    return "io-emulation";
  }

  @Override
  public String nextExperiment() {
    return "Record sar -b -d -n DEV in the guest and xentop of all domains with its VBD and NET"
        + " columns, and repeat with paravirtual drivers for disk and network: iowait and dom0's"
        + " CPU per request must fall.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence before = runs.before();
    Evidence after = runs.after();
    if (!after.guest()) {
      return null;
    }
    Diagnosis diagnosis =
        new Diagnosis().key(runs.iowaitAdded(), Shared.MORE_IOWAIT, Measurement.IOWAIT);
    diagnosis.orKey(
        runs.added(
            Measure.DRIVER_DOMAIN_ADDED,
            before.driverDomainCores(),
            after.driverDomainCores(),
            !before.guest()),
        Band.from(DRIVER_DOMAIN_CPUS).againstBelow(DRIVER_DOMAIN_CPUS_AGAINST),
        Measurement.DOMAINS);
    return diagnosis.sign(
        runs.shareOfAdded(
            Measure.IOWAIT_SHARE, before.demand(Mode.IOWAIT), after.demand(Mode.IOWAIT)),
        Band.from(IOWAIT_SHARE_PERCENT));
  }
}
