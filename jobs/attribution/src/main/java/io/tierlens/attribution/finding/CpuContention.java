package io.tierlens.attribution.finding;

/** The guest has to wait for a CPU, because others, or its own other virtual CPUs, have it. */
final class CpuContention implements Rule {
  static final double STEAL_ADDED_PERCENT = 5;
  static final double STEAL_ADDED_PERCENT_AGAINST = 1;
  static final double STEAL_ALONE_PERCENT = 10;
  static final double READY_PERCENT = 5;
  static final double READY_PERCENT_AGAINST = 1;
  static final double GUEST_TO_HOST_AGAINST = 1.05;
  static final double HOST_USE_PERCENT = 85;
  static final double HOST_USE_PERCENT_AGAINST = 50;
  static final double OVERCOMMIT_TIMES = 1.5;
  static final double MODE_GROWTH_TIMES = 1.15;
  static final double SAME_FACTOR_LEAST = 0.8;
  static final double SAME_FACTOR_MOST = 1.25;

  private static final Band GUEST_TO_HOST =
      Band.from(Shared.GUEST_ABOVE_CHARGED).againstBelow(GUEST_TO_HOST_AGAINST);

  @Override
  public String name() {
    return "cpu-contention";
  }

  @Override
  public String nextExperiment() {
    return "Stop the other domains, or give the guest no more virtual CPUs than the machine has"
        + " free CPUs, and repeat; record xentop of all domains (or esxtop with %RDY) and steal in"
        + " the guest: waiting for a CPU must go away.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence after = runs.after();
    if (!after.guest()) {
      return null;
    }
    Double was = runs.before().percent(Mode.STEAL);
    // Without a hypervisor nobody can take a CPU away.
    boolean noneBefore = !runs.before().guest();
    Diagnosis diagnosis =
        new Diagnosis()
            .key(
                runs.added(Measure.STEAL_ADDED, was, told(after), noneBefore),
                Band.from(STEAL_ADDED_PERCENT).againstBelow(STEAL_ADDED_PERCENT_AGAINST),
                Measurement.STEAL);
    guestToHost(diagnosis, after);
    ready(diagnosis, after, Band.from(READY_PERCENT).againstBelow(READY_PERCENT_AGAINST));
    Figure factors = runs.systemToUser();
    if (grew(runs.userGrowth()) && grew(runs.systemGrowth())) {
      if (factors.value() >= SAME_FACTOR_LEAST) {
        diagnosis.sign(factors, Band.upTo(SAME_FACTOR_MOST));
      }
    }
    return machine(
        diagnosis, after, Band.from(HOST_USE_PERCENT).againstBelow(HOST_USE_PERCENT_AGAINST));
  }

  @Override
  public Diagnosis alone(Evidence run) {
    if (!run.guest()) {
      return null;
    }
    Diagnosis diagnosis =
        new Diagnosis()
            .key(
                Figure.of(Measure.STEAL, told(run)),
                Band.from(STEAL_ALONE_PERCENT),
                Measurement.STEAL);
    guestToHost(diagnosis, run);
    ready(diagnosis, run, Band.from(READY_PERCENT));
    return machine(diagnosis, run, Band.from(HOST_USE_PERCENT));
  }

  /**
   * A guest whose kernel is never told of steal prints 0.00: beside nothing else, it is no word.
   */
  private static Double told(Evidence run) {
    Double steal = run.percent(Mode.STEAL);
    return steal != null && steal == 0 ? null : steal;
  }

  /** The guest's count beside the host's says it where the guest's kernel is not told of steal. */
  private static void guestToHost(Diagnosis diagnosis, Evidence run) {
    Figure figure = Figure.of(Measure.GUEST_TO_HOST, run.guestToHost());
    if (told(run) == null) {
      diagnosis.orKey(figure, GUEST_TO_HOST, Measurement.DOMAINS);
    } else {
      diagnosis.sign(figure, Band.from(Shared.GUEST_ABOVE_CHARGED), Measurement.DOMAINS);
    }
  }

  private static void ready(Diagnosis diagnosis, Evidence run, Band band) {
    Figure figure = Figure.of(Measure.READY, run.readyPercent());
    if (figure.value() != null) {
      diagnosis.orKey(figure, band, Measurement.DOMAINS);
    }
  }

  private static Diagnosis machine(Diagnosis diagnosis, Evidence run, Band use) {
    Double real = run.hostCores() == null ? null : Double.valueOf(run.hostCores());
    Double virtual = run.cores() == null ? null : Double.valueOf(run.cores());
    return diagnosis
        .sign(Figure.of(Measure.HOST_USE, run.hostPercent()), use, Measurement.DOMAINS)
        .sign(Figure.growth(Measure.OVERCOMMIT, real, virtual), Band.from(OVERCOMMIT_TIMES));
  }

  private static boolean grew(Figure growth) {
    return growth.value() != null && growth.firm() && growth.value() >= MODE_GROWTH_TIMES;
  }
}
