package io.tierlens.attribution.finding;

/** More requests at once: each waits longer, though none needs more. */
final class LoadNotMachine implements Rule {
  static final double CONCURRENCY_TIMES = 1.25;
  static final double CONCURRENCY_TIMES_AGAINST = 1.1;
  static final double CPU_TIMES_MOST = 1.1;
  static final double CPU_TIMES_AGAINST = 1.3;
  static final double THROUGHPUT_TIMES = 1.1;
  static final double THROUGHPUT_TIMES_AGAINST = 1;

  @Override
  public String name() {
    return "load-not-machine";
  }

  @Override
  public String nextExperiment() {
    return "Repeat both runs with the same number of clients and the same pauses between requests,"
        + " and compare those.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    Evidence before = runs.before();
    Evidence after = runs.after();
    return new Diagnosis()
        .key(
            Figure.growth(Measure.CONCURRENCY_GROWTH, before.concurrency(), after.concurrency()),
            Band.from(CONCURRENCY_TIMES).againstBelow(CONCURRENCY_TIMES_AGAINST),
            Measurement.CONCURRENCY)
        .andKey(
            runs.busyGrowth(),
            Band.upTo(CPU_TIMES_MOST).againstAbove(CPU_TIMES_AGAINST),
            Measurement.CPU_MODES)
        .sign(
            Figure.growth(Measure.THROUGHPUT_GROWTH, before.throughput(), after.throughput()),
            Band.from(THROUGHPUT_TIMES).againstBelow(THROUGHPUT_TIMES_AGAINST));
  }
}
