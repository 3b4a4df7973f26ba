package io.tierlens.attribution.simulation;

import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import java.util.ArrayList;
import java.util.List;

/** Samples of the machine's CPUs as sar and xentop take them. */
final class Samples {
  private final Simulation plan;
  private final Machine machine;
  private final int seconds;

  Samples(Simulation plan, Stack stack) {
    this.plan = plan;
    this.machine = stack.machine();
    double last = stack.done().stream().mapToDouble(visit -> visit.endUs).max().orElse(0);
    int whole = (int) Math.ceil(last / 1e6) + plan.quietSeconds;
    this.seconds = (whole + plan.sarSeconds - 1) / plan.sarSeconds * plan.sarSeconds;
  }

  /** The last one is of an idle machine in part. */
  List<CpuSample> cpu(int every) {
    List<CpuSample> samples = new ArrayList<>();
    for (int from = 0; from < seconds; from += every) {
      int to = from + every;
      double percent = 100.0 / (every * machine.cores());
      double user = percent * machine.user().between(from, to);
      double system = percent * machine.system().between(from, to);
      double iowait = percent * machine.iowait().between(from, to);
      double steal = percent * machine.steal().between(from, to);
      samples.add(
          new CpuSample(
              "www1",
              instant(from),
              instant(to),
              machine.cores(),
              user,
              0,
              system,
              iowait,
              plan.stealIsSeen ? steal : null,
              Math.max(0, 100 - user - system - iowait - steal),
              true));
    }
    return samples;
  }

  List<DomainSample> domains(int every) {
    List<DomainSample> samples = new ArrayList<>();
    double counter = 0;
    for (int from = 0; from < seconds; from += every) {
      double used = machine.charged().between(from, from + every);
      counter += used;
      samples.add(
          new DomainSample(
              "dom0",
              from == 0 ? null : Long.valueOf(instant(from)),
              instant(from + every),
              "www1",
              counter,
              from == 0 ? null : Double.valueOf(100 * used / every),
              null));
    }
    return samples;
  }

  double busySeconds() {
    return machine.user().between(0, seconds + 1) + machine.system().between(0, seconds + 1);
  }

  private static long instant(int second) {
    return Simulation.START_US + second * 1_000_000L;
  }
}
