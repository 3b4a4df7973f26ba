package io.tierlens.cli.report;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.QueryMoves;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.Waterfall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What went on over the time of the sample runs, made up, and what a report makes of it. */
final class SampleCourses {

  private static final Instant START = Instant.parse("2026-11-22T12:16:46Z");
  private static final int BINS = 48;

  private SampleCourses() {}

  /** The report with a course, a waterfall, a shift and moves of statements for each run. */
  static Report filled(Report report) {
    List<RunCourse> courses = new ArrayList<>();
    List<Waterfall> waterfalls = new ArrayList<>();
    List<QuantileShift> shifts = new ArrayList<>();
    List<QueryMoves> queries = new ArrayList<>();
    for (RunRow run : report.runs()) {
      int number = courses.size();
      courses.add(course(run.run(), number));
      if (number > 0) {
        waterfalls.add(waterfall(run.run(), "p2", number));
        waterfalls.add(waterfall(run.run(), "p3", number));
        shifts.add(shift(run.run(), "p2", number));
        queries.add(queries(run.run(), "p2"));
      }
    }
    return with(report, waterfalls, shifts, queries, courses);
  }

  /** The report with other lists. */
  static Report with(
      Report report,
      List<Waterfall> waterfalls,
      List<QuantileShift> shifts,
      List<QueryMoves> queries,
      List<RunCourse> courses) {
    return new Report(
        report.unit(),
        report.runs(),
        report.conclusions(),
        report.scopes(),
        report.findings(),
        report.changes(),
        report.waterfalls().isEmpty() ? waterfalls : report.waterfalls(),
        report.shifts().isEmpty() ? shifts : report.shifts(),
        report.endpoints(),
        report.queries().isEmpty() ? queries : report.queries(),
        courses,
        report.quality());
  }

  /** A course that gets slower; the first run has no steal and no hypervisor. */
  static RunCourse course(String run, int number) {
    Random random = new Random(number);
    List<RunCourse.RequestBin> requests = new ArrayList<>();
    List<RunCourse.CpuBin> cpu = new ArrayList<>();
    List<RunCourse.DomainBin> domains = new ArrayList<>();
    int bins = BINS - 4 * number;
    for (int bin = 0; bin < bins; bin++) {
      int middle = 40 + number + bin / 14;
      for (int step = middle - 2; step <= middle + 3; step++) {
        requests.add(new RunCourse.RequestBin(bin, step, 1 + random.nextInt(9)));
      }
      double busy = 20.0 + bin;
      cpu.add(
          new RunCourse.CpuBin(
              "www1", bin, busy / 2, busy / 8 * (number + 1), 1.0, number == 0 ? null : 9.5));
      if (number > 0) {
        domains.add(new RunCourse.DomainBin("dom0", "www1", bin, 0.4 + bin / 40.0));
        domains.add(new RunCourse.DomainBin("dom0", "Domain-0", bin, 0.15));
      }
    }
    return new RunCourse(run, START, 20_000_000, bins, requests, cpu, domains);
  }

  private static Waterfall waterfall(String run, String window, int number) {
    return new Waterfall(
        run,
        window,
        Waterfall.Split.TIERS,
        1_189_000,
        1_189_000 + 340_000 * number,
        List.of(
            step(Tier.WEB, 52_000 * number, -20_000.0, 124_000.0, false),
            step(Tier.APP, 301_000 * number, 103_000.0, 499_000.0, true),
            step(Tier.DB, -23_000 * number, -31_000.0, -15_000.0, true),
            new Waterfall.Step(
                Waterfall.Kind.MIX, null, "other pages asked for", 10_000 * number, null, null,
                null)),
        null);
  }

  private static Waterfall.Step step(
      Tier tier, double us, Double low, Double high, boolean significant) {
    return new Waterfall.Step(
        Waterfall.Kind.TIER, tier, tier.label(), us, low, high, significant);
  }

  private static QuantileShift shift(String run, String window, int number) {
    List<QuantileShift.Decile> deciles = new ArrayList<>();
    for (int percent = 10; percent < 100; percent += 10) {
      double base = 600_000 + 15_000 * percent;
      double delta = (2_500 * percent - 40_000) * number;
      deciles.add(
          new QuantileShift.Decile(
              percent,
              base,
              base + delta,
              delta,
              delta - 60_000,
              delta + 60_000,
              Math.abs(delta) > 60_000,
              null));
    }
    return new QuantileShift(run, window, deciles, null);
  }

  private static QueryMoves queries(String run, String window) {
    return new QueryMoves(
        run,
        window,
        List.of(
            new QueryMoves.QueryMove(
                "9A3F", "select * from products where sku = ?", 4.1, 4.2, 6_100.0, 7_900.0,
                25_010.0, 33_180.0, 8_170.0),
            new QueryMoves.QueryMove(
                "77B0", "select count(*) from userdb", null, 1.0, null, 2_000.0, null, 2_000.0,
                2_000.0)),
        List.of("12 more classes moved by less"));
  }
}
