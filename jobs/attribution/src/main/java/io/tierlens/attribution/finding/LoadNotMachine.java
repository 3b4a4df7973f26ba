package io.tierlens.attribution.finding;

import io.tierlens.attribution.difference.Component;

/** More requests at once: each waits longer, though none needs more. */
final class LoadNotMachine implements Rule {
  static final double CONCURRENCY_TIMES = 1.25;
  static final double CONCURRENCY_TIMES_AGAINST = 1.1;
  static final double CPU_TIMES_MOST = 1.1;
  static final double CPU_TIMES_AGAINST = 1.3;
  static final double EQUAL_LOAD_PERCENT_MOST = 20;
  static final double EQUAL_LOAD_PERCENT_AGAINST = 80;
  static final double EQUAL_LOAD_COVERAGE = 0.5;
  static final double LOAD_PERCENT = 80;
  static final double LOAD_PERCENT_AGAINST = 20;
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
            runs.component(Measure.EQUAL_LOAD_SHARE, Component.EQUAL_LOAD, EQUAL_LOAD_COVERAGE),
            Band.upTo(EQUAL_LOAD_PERCENT_MOST).againstAbove(EQUAL_LOAD_PERCENT_AGAINST))
        .sign(
            runs.component(Measure.LOAD_SHARE, Component.LOAD, 0),
            Band.from(LOAD_PERCENT).againstBelow(LOAD_PERCENT_AGAINST))
        .sign(
            Figure.growth(Measure.THROUGHPUT_GROWTH, before.throughput(), after.throughput()),
            Band.from(THROUGHPUT_TIMES).againstBelow(THROUGHPUT_TIMES_AGAINST));
  }
}
