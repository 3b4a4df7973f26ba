package io.tierlens.cli.report;

import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.WindowRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What went on during the runs of {@link SampleRuns}, drawn after their windows. */
final class SampleCourses {
  private static final long BIN_US = 10_000_000;
  private static final int BINS = 52;

  private SampleCourses() {}

  static List<RunCourse> of(RunFacts... runs) {
    return List.of(runs).stream().map(SampleCourses::course).toList();
  }

  private static RunCourse course(RunFacts run) {
    boolean virtual = !run.domains().isEmpty();
    Instant start = run.run().windows().get(0).startTime();
    List<RunCourse.RequestBin> requests = new ArrayList<>();
    List<RunCourse.CpuBin> cpu = new ArrayList<>();
    List<RunCourse.DomainBin> domains = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      String window = window(run, start.plus(Duration.ofNanos(bin * BIN_US * 1000)));
      if (window == null) {
        continue;
      }
      RunTier request = run.tier(window, "request").orElseThrow();
      requests(bin, request.p50Us(), virtual, requests);
      // The dip and the gap that every recording has: a busy moment, and a sample that is missing.
      double wave = 1 + 0.2 * ((bin * 7) % 5 - 2) / 2.0;
      if (bin != 20) {
        cpu.add(
            new RunCourse.CpuBin(
                "www1",
                bin,
                rounded(percent(run, window, "user") * wave),
                rounded(percent(run, window, "system") * wave),
                rounded(percent(run, window, "iowait") * wave),
                virtual ? rounded(percent(run, window, "steal") * wave) : null));
        if (virtual) {
          cpu.add(new RunCourse.CpuBin("dom0", bin, rounded(2 * wave), 4.5, 0.0, null));
        }
      }
      for (String domain : virtual ? List.of("Domain-0", "www1") : List.<String>of()) {
        double cores =
            run.domains(window).stream()
                .filter(row -> row.domain().equals(domain))
                .findFirst()
                .orElseThrow()
                .chargedCores();
        domains.add(new RunCourse.DomainBin("dom0", domain, bin, rounded(cores * wave)));
      }
    }
    return new RunCourse(run.name(), start, BIN_US, BINS, requests, cpu, domains);
  }

  /** Some near the median, one slow one in every third bin. */
  private static void requests(
      int bin, double medianUs, boolean virtual, List<RunCourse.RequestBin> requests) {
    int step = (int) Math.floor(2 * Math.log(medianUs) / Math.log(2));
    requests.add(new RunCourse.RequestBin(bin, step - 1, 2 + bin % 3));
    requests.add(new RunCourse.RequestBin(bin, step, virtual ? 3 : 5));
    if (bin % 3 == 0) {
      requests.add(new RunCourse.RequestBin(bin, step + 3, 1));
    }
  }

  private static String window(RunFacts run, Instant at) {
    return run.run().windows().stream()
        .filter(row -> !at.isBefore(row.startTime()) && at.isBefore(row.endTime()))
        .map(WindowRow::name)
        .findFirst()
        .orElse(null);
  }

  private static double percent(RunFacts run, String window, String mode) {
    return run.cpu(window).stream()
        .filter(row -> row.mode().equals(mode))
        .findFirst()
        .orElseThrow()
        .percent();
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
