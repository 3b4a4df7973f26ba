package io.tierlens.attribution.finding;

/**
 * More virtual CPUs than the load can use: they tick, spin for locks and balance processes, and the
 * guest counts that as work.
 */
final class SurplusVcpus implements Rule {
  static final double BUSY_TO_CONCURRENCY = 1.15;
  static final double BUSY_TO_CONCURRENCY_AGAINST = 1;
  static final double SURPLUS_CPUS = 0.25;
  static final double SURPLUS_TIMES = 1.5;
  static final double CPUS_PER_REQUEST = 2;
  static final double QUIET_SYSTEM_PERCENT = 2;
  static final double QUIET_SYSTEM_PERCENT_AGAINST = 1;
  static final double QUIET_SYSTEM_TIMES = 2;
  static final double QUIET_SECONDS = 10;
  static final double LIKE_LOAD_TIMES = 1.25;
  static final double SYSTEM_WITH_CPUS_TIMES = 1.2;
  static final double SYSTEM_WITH_CPUS_TIMES_AGAINST = 1.05;

  @Override
  public String name() {
    return "surplus-vcpus";
  }

  @Override
  public String nextExperiment() {
    return "Repeat the load with one virtual CPU, and with two, and let sar run for 30 s before and"
        + " after it: busy CPUs must fall to the number of requests in the stack or below, and"
        + " system time while nobody asks with them (sar -I SUM tells the ticks).";
  }

  /** What is burnt outside of requests is worth a word however fast requests are. */
  @Override
  public boolean explainsSlowdown() {
    return false;
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence before = runs.before();
    Evidence after = runs.after();
    if (!applies(after)) {
      return null;
    }
    Diagnosis diagnosis = judge(after, surplus(before), before.quietPercent(Mode.SYSTEM, 0));
    Figure system =
        Figure.growth(
            Measure.SYSTEM_WITH_CPUS, before.demand(Mode.SYSTEM), after.demand(Mode.SYSTEM));
    Double load = Figure.ratio(before.concurrency(), after.concurrency());
    if (before.guest()
        && before.cores() != null
        && after.cores() > before.cores()
        && load != null
        && load <= LIKE_LOAD_TIMES
        && load >= 1 / LIKE_LOAD_TIMES) {
      diagnosis.sign(
          system, Band.from(SYSTEM_WITH_CPUS_TIMES).againstBelow(SYSTEM_WITH_CPUS_TIMES_AGAINST));
    }
    return diagnosis;
  }

  @Override
  public Diagnosis alone(Evidence run) {
    return applies(run) ? judge(run, null, null) : null;
  }

  private static boolean applies(Evidence run) {
    return run.guest() && run.mostCores() >= 2;
  }

  private static Diagnosis judge(Evidence run, Double surplusBefore, Double quietBefore) {
    Double concurrency = run.concurrency();
    Figure busy = Figure.growth(Measure.BUSY_TO_CONCURRENCY, concurrency, run.busyCores());
    Double surplus = surplus(run);
    // Little load makes any ratio, and what the baseline does as well is not the candidate's doing.
    double known = surplusBefore == null ? 0 : Math.max(0, surplusBefore);
    boolean beyond =
        surplus != null
            && surplus
                >= Math.max(
                    known + Math.max(SURPLUS_CPUS, (BUSY_TO_CONCURRENCY - 1) * concurrency),
                    known * SURPLUS_TIMES);
    Double quiet = run.quietPercent(Mode.SYSTEM, QUIET_SECONDS);
    boolean louder =
        quiet != null && (quietBefore == null || quiet >= QUIET_SYSTEM_TIMES * quietBefore);
    return new Diagnosis()
        .key(
            new Figure(busy.measure(), busy.before(), busy.after(), busy.value(), beyond),
            Band.from(BUSY_TO_CONCURRENCY).againstBelow(BUSY_TO_CONCURRENCY_AGAINST),
            Measurement.CONCURRENCY)
        .sign(
            new Figure(Measure.QUIET_SYSTEM, quietBefore, quiet, quiet, louder),
            Band.from(QUIET_SYSTEM_PERCENT).againstBelow(QUIET_SYSTEM_PERCENT_AGAINST),
            Measurement.QUIET_TIME)
        .sign(
            Figure.growth(Measure.CPUS_PER_REQUEST, concurrency, Double.valueOf(run.cores())),
            Band.from(CPUS_PER_REQUEST));
  }

  /** CPUs that are busy beyond what the requests in the stack can keep busy. */
  private static Double surplus(Evidence run) {
    Double busy = run.busyCores();
    Double concurrency = run.concurrency();
    return busy == null || concurrency == null ? null : Double.valueOf(busy - concurrency);
  }
}
