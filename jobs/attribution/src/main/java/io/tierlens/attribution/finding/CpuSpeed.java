package io.tierlens.attribution.finding;

/** The same work takes more CPU time of every kind: a slower CPU, or other software. */
final class CpuSpeed implements Rule {
  static final double USER_TIMES = 1.15;
  static final double USER_TIMES_AGAINST = 1.05;
  static final double SAME_FACTOR_LEAST = 0.8;
  static final double SAME_FACTOR_MOST = 1.25;
  static final double SHARE_OF_ADDED_PERCENT = 50;
  static final double SHARE_OF_ADDED_PERCENT_AGAINST = 10;

  @Override
  public String name() {
    return "cpu-speed";
  }

  @Override
  public String nextExperiment() {
    return "Time one fixed computation (such as openssl speed) on both machines, and compare"
        + " /proc/cpuinfo and the versions and settings of the software.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence after = runs.after();
    Diagnosis diagnosis =
        new Diagnosis()
            .key(
                runs.userGrowth(),
                Band.from(USER_TIMES).againstBelow(USER_TIMES_AGAINST),
                Measurement.CPU_MODES);
    Figure factors = runs.systemToUser();
    if (factors.value() == null || factors.value() >= SAME_FACTOR_LEAST) {
      diagnosis.andKey(
          factors,
          Band.upTo(SAME_FACTOR_MOST).againstAbove(SAME_FACTOR_MOST),
          Measurement.CPU_MODES);
    } else {
      diagnosis.andKey(factors, Band.neverForBelow(SAME_FACTOR_LEAST), Measurement.CPU_MODES);
    }
    diagnosis
        .sign(
            runs.shareOfAdded(
                Measure.SHARE_OF_BUSY, runs.before().busyDemand(), after.busyDemand()),
            Band.from(SHARE_OF_ADDED_PERCENT).againstBelow(SHARE_OF_ADDED_PERCENT_AGAINST))
        .sign(runs.endpointsSlower(), Shared.ALL_ENDPOINTS, Measurement.ENDPOINTS);
    if (after.guest()) {
      waiting(diagnosis, Measure.STEAL, after.percent(Mode.STEAL), Shared.STEAL_HIGH_PERCENT);
      waiting(diagnosis, Measure.GUEST_TO_HOST, after.guestToHost(), Shared.GUEST_ABOVE_CHARGED);
    }
    return diagnosis;
  }

  /**
   * A guest that waits for CPUs counts some of the waiting as work: nothing is told of its speed.
   */
  private static void waiting(Diagnosis diagnosis, Measure measure, Double value, double limit) {
    Figure figure = Figure.of(measure, value);
    Band band = Band.neverForAbove(limit);
    Measurement otherwise = measure == Measure.STEAL ? Measurement.STEAL : Measurement.DOMAINS;
    if (value != null && value > limit) {
      diagnosis.andKey(figure, band, otherwise);
    } else {
      diagnosis.sign(figure, band, otherwise);
    }
  }
}
