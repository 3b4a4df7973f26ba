package io.tierlens.attribution.story;

import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.simulation.AppLog;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.simulation.Stamps;
import io.tierlens.attribution.simulation.TrueRequest;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One run of the story: phases of a load test one after the other on one machine. */
final class StoryRun {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final int SAMPLE_SECONDS = 10;

  /** So long nobody asks anything before and after each phase. */
  static final int QUIET_SECONDS = 30;

  /** A part of the run with so many users, which begins with a quiet time. */
  record Phase(String name, SimulatedRun run, long startSecond) {
    /** What to add to the instants of the simulation. */
    long shiftUs() {
      return startSecond * 1_000_000 - Simulation.START_US;
    }

    long seconds() {
      return run.cpu(SAMPLE_SECONDS).size() * (long) SAMPLE_SECONDS;
    }

    long firstRequestSecond() {
      return (run.truth().stream().mapToLong(TrueRequest::startUs).min().orElseThrow() + shiftUs())
          / 1_000_000;
    }

    long lastRequestSecond() {
      return (run.truth().stream().mapToLong(TrueRequest::startUs).max().orElseThrow() + shiftUs())
          / 1_000_000;
    }
  }

  final String name;
  final String description;
  final int cpus;
  final boolean isGuest;
  final ZonedDateTime start;
  private final UnaryOperator<Simulation> machine;
  private final List<Phase> phases = new ArrayList<>();

  StoryRun(
      String name,
      String description,
      int cpus,
      boolean isGuest,
      ZonedDateTime start,
      UnaryOperator<Simulation> machine) {
    this.name = name;
    this.description = description;
    this.cpus = cpus;
    this.isGuest = isGuest;
    this.start = start;
    this.machine = machine;
  }

  /** Adds a phase after those that are there. */
  StoryRun phase(String phaseName, int users, int requests) {
    long second = start.toEpochSecond();
    for (Phase before : phases) {
      second += before.seconds();
    }
    Simulation plan =
        Simulation.closed(users)
            .seed(2009 + users)
            .requests(requests)
            .think(250)
            .cores(cpus)
            .workers(10)
            .recycleAfter(50)
            .pages(StoryPages.pages())
            .scale(1.3)
            .spread(0.35)
            .web(12)
            .staticFiles(0.15)
            .quiet(QUIET_SECONDS)
            .stamps(Stamps.WHOLE_SECONDS)
            .appLog(AppLog.START_AND_END)
            .wholeSecondQueryTimes()
            .sar(SAMPLE_SECONDS);
    phases.add(new Phase(phaseName, machine.apply(plan).run(), second));
    return this;
  }

  List<Phase> phases() {
    return phases;
  }

  /** Of all samples, for tests. */
  List<CpuSample> cpu() {
    return phases.stream().flatMap(phase -> phase.run().cpu().stream()).toList();
  }
}
