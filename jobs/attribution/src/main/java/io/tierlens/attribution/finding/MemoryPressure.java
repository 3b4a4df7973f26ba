package io.tierlens.attribution.finding;

/** The machine has too little memory and fetches pages from disk. */
final class MemoryPressure implements Rule {
  static final double SWAP_PER_SECOND = 1;
  static final double SWAP_PER_SECOND_AGAINST = 0.1;
  static final double MAJOR_FAULTS_PER_SECOND = 5;
  static final double MAJOR_FAULTS_PER_SECOND_AGAINST = 1;

  private static final Band SWAP = Band.from(SWAP_PER_SECOND).againstBelow(SWAP_PER_SECOND_AGAINST);
  private static final Band MAJOR_FAULTS =
      Band.from(MAJOR_FAULTS_PER_SECOND).againstBelow(MAJOR_FAULTS_PER_SECOND_AGAINST);

  @Override
  public String name() {
    return "memory-pressure";
  }

  @Override
  public String nextExperiment() {
    return "Record sar -B -W -r over the load, and repeat with more memory or fewer processes:"
        + " swapping and iowait must fall.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    return new Diagnosis()
        .key(
            runs.added(Measure.SWAP, swapping(runs.before()), swapping(runs.after()), true),
            SWAP,
            Measurement.SWAPPING)
        .sign(
            runs.added(
                Measure.MAJOR_FAULTS,
                runs.before().perSecond(Activity.MAJOR_FAULTS),
                runs.after().perSecond(Activity.MAJOR_FAULTS),
                true),
            MAJOR_FAULTS)
        .sign(runs.iowaitAdded(), Shared.MORE_IOWAIT, Measurement.IOWAIT);
  }

  @Override
  public Diagnosis alone(Evidence run) {
    return new Diagnosis()
        .key(
            Figure.of(Measure.SWAP, swapping(run)),
            Band.from(SWAP_PER_SECOND),
            Measurement.SWAPPING)
        .sign(
            Figure.of(Measure.MAJOR_FAULTS, run.perSecond(Activity.MAJOR_FAULTS)),
            Band.from(MAJOR_FAULTS_PER_SECOND))
        .sign(
            Figure.of(Measure.IOWAIT, run.percent(Mode.IOWAIT)),
            Band.from(Shared.IOWAIT_HIGH_PERCENT));
  }

  private static Double swapping(Evidence run) {
    Double in = run.perSecond(Activity.SWAP_IN);
    Double out = run.perSecond(Activity.SWAP_OUT);
    return in == null || out == null ? null : Double.valueOf(in + out);
  }
}
