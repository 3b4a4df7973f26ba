package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

  @Test
  void withinAndMixAddUpToTheDifferenceWhateverTheRuns() {
    for (int seed = 0; seed < 24; seed++) {
      Random random = new Random(seed);
      RunTables baseline = anyRun(random, seed % 4);
      RunTables candidate = anyRun(random, seed % 3);
      List<Comparison> rows = RunComparison.of(baseline, candidate);
      double delta = mean(candidate.requests()) - mean(baseline.requests());
      double parts =
          sum(rows, r -> r.component().equals("within") && r.endpoint() != null)
              + sum(rows, r -> r.component().equals("mix") && r.endpoint() != null);
      double sums =
          sum(rows, r -> r.component().equals("within") && r.endpoint() == null)
              + sum(rows, r -> r.component().equals("mix") && r.endpoint() == null);
      double scale = mean(candidate.requests()) + mean(baseline.requests());
      assertThat(parts).as("seed " + seed).isCloseTo(delta, within(1e-9 * scale));
      assertThat(sums).isCloseTo(delta, within(1e-9 * scale));
      assertThat(row(rows, "mean", "total", "request").deltaUs())
          .isCloseTo(delta, within(1e-9 * scale));
      for (String measure : List.of("p50", "p95")) {
        double tiers = sum(rows, r -> r.measure().equals(measure) && !r.tier().equals("request"));
        boolean split =
            rows.stream().anyMatch(r -> r.measure().equals(measure) && r.tier().equals("db"));
        assertThat(split).isEqualTo(seed % 4 != 3 && seed % 3 != 3);
        if (split) {
          assertThat(tiers)
              .isCloseTo(row(rows, measure, "total", "request").deltaUs(), within(1e-9 * scale));
        }
      }
    }
  }

  @Test
  void rowsDoNotDependOnTheOrderOfTheTables() {
    RunTables baseline = twoWindows(1, 1);
    RunTables candidate = twoWindows(2, 1.3);
    List<Comparison> rows = RunComparison.of(baseline, candidate);
    assertThat(rows).extracting(Comparison::windowName).contains(null, "one", "two");
    Random random = new Random(3);
    assertThat(
            RunComparison.of(
                MadeRun.shuffled(baseline, random), MadeRun.shuffled(candidate, random)))
        .isEqualTo(rows);
  }

  @Test
  void turnedRoundTheDifferencesHaveTheOtherSign() {
    RunTables baseline = MadeRun.plain(11, 700, 0, 1).tables("a");
    RunTables candidate = MadeRun.plain(12, 700, 0, 1.4).tables("b");
    List<Comparison> there = RunComparison.of(baseline, candidate);
    List<Comparison> back = RunComparison.of(candidate, baseline);
    assertThat(there).hasSameSizeAs(back);
    for (int i = 0; i < there.size(); i++) {
      Comparison one = there.get(i);
      Comparison other = back.get(i);
      assertThat(other.significant()).isEqualTo(one.significant());
      assertThat(other.baselineRequests()).isEqualTo(one.candidateRequests());
      if (one.lowUs() != null) {
        assertThat(-other.deltaUs()).isCloseTo(one.deltaUs(), within(1e-3));
        assertThat(-other.highUs()).isCloseTo(one.lowUs(), within(1e-3));
      }
      if (one.ratioLow() != null) {
        assertThat(1 / other.ratioHigh()).isCloseTo(one.ratioLow(), within(1e-9));
      }
    }
    assertThat(row(there, "mean", "total", "request").lowUs()).isPositive();
    assertThat(row(there, "shift", "total", "request").lowUs()).isPositive();
    assertThat(row(there, "p50", "total", "db").lowUs()).isPositive();
  }

  @Test
  void aRunIsNoDifferentFromItself() {
    RunTables run = MadeRun.plain(21, 1200, 0.03, 1).tables("a");
    assertThat(RunComparison.of(run, run))
        .allSatisfy(
            row -> {
              assertThat(row.significant()).isNotEqualTo(true);
              assertThat(row.deltaUs() == null || Math.abs(row.deltaUs()) < 1e-6).isTrue();
              assertThat(row.ratio() == null || Math.abs(row.ratio() - 1) < 1e-12).isTrue();
            });
  }

  @Test
  void whatMayNotBePublishedIsNotGiven() {
    RunTables baseline = MadeRun.plain(31, 500, 0, 1).tables("a");
    RunTables told = MadeRun.plain(32, 500, 0, 1).tables("b");
    List<EndpointTier> withheld = new ArrayList<>();
    for (EndpointTier row : told.endpointTiers()) {
      withheld.add(
          new EndpointTier(
              row.windowName(),
              row.endpoint(),
              row.tier(),
              row.meanUs(),
              row.lowUs(),
              row.highUs(),
              row.share(),
              row.requests(),
              row.level(),
              row.expectedError(),
              !row.tier().equals("db")));
    }
    RunTables candidate =
        new RunTables(
            "b",
            0L,
            List.of(),
            told.requests(),
            told.runTiers(),
            withheld,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(tiersOfParts(RunComparison.of(baseline, told))).containsOnly("web", "app", "db");
    assertThat(tiersOfParts(RunComparison.of(baseline, candidate))).containsOnly("request");
  }

  @Test
  void aShortRunHasFiguresAndNoIntervals() {
    List<Comparison> rows =
        RunComparison.of(
            MadeRun.plain(41, 59, 0, 1).tables("a"), MadeRun.plain(42, 400, 0, 2).tables("b"));
    Comparison mean = row(rows, "mean", "total", "request");
    assertThat(mean.deltaUs()).isPositive();
    assertThat(mean.refusal()).isEqualTo("too_short");
    assertThat(rows).allMatch(r -> r.significant() == null && r.lowUs() == null);
    assertThat(rows).noneMatch(r -> r.measure().equals("p95"));
  }

  @Test
  void aRunThatChangesMidwayIsNotJudged() {
    Random random = new Random(51);
    MadeRun changed =
        new MadeRun().ask(random, 700, 2, 0, 1, 0.4, null).ask(random, 700, 2, 0, 1.8, 0.4, null);
    List<Comparison> rows =
        RunComparison.of(MadeRun.plain(52, 1000, 0, 1).tables("a"), changed.tables("b"));
    assertThat(row(rows, "mean", "total", "request").refusal()).isEqualTo("changes_midway");
    assertThat(rows).allMatch(r -> r.significant() == null);
  }

  @Test
  void spreadIsAResultOfItsOwn() {
    Random random = new Random(61);
    MadeRun wild = new MadeRun().ask(random, 1500, 2, 0, 1, 0.9, null);
    List<Comparison> rows =
        RunComparison.of(MadeRun.plain(62, 1500, 0, 1).tables("a"), wild.tables("b"));
    List<Comparison> pages =
        rows.stream()
            .filter(r -> r.measure().equals("variation") && "GET /item".equals(r.endpoint()))
            .toList();
    assertThat(pages).hasSize(1);
    // Lognormal: the square root of exp(sigma^2) less 1.
    assertThat(pages.get(0).baselineRatio()).isCloseTo(0.417, within(0.04));
    assertThat(pages.get(0).candidateRatio()).isCloseTo(1.12, within(0.2));
    assertThat(pages.get(0).ratioLow()).isBetween(1.5, pages.get(0).ratio());
    assertThat(pages.get(0).significant()).isTrue();
    Comparison tail =
        rows.stream()
            .filter(r -> r.measure().equals("tail_ratio") && "GET /item".equals(r.endpoint()))
            .findFirst()
            .orElseThrow();
    assertThat(tail.candidateRatio()).isCloseTo(Math.exp(0.9 * 1.645), within(0.6));
    assertThat(tail.significant()).isTrue();
  }

  @Test
  void decilesTellWhetherAllRequestsMovedOrTheSlowOnesAlone() {
    MadeRun baseline = new MadeRun();
    MadeRun all = new MadeRun();
    MadeRun slow = new MadeRun();
    Random random = new Random(71);
    for (int i = 0; i < 1200; i++) {
      long start = MadeRun.START + i * 900_000L;
      long us = 100_000 + random.nextInt(400_000);
      baseline.add("GET /", start, us, null, null, null);
      all.add("GET /", start, us + 50_000, null, null, null);
      slow.add("GET /", start, us > 420_000 ? us + 200_000 : us, null, null, null);
    }
    List<Comparison> moved = RunComparison.of(baseline.tables("a"), all.tables("b"));
    List<Comparison> tail = RunComparison.of(baseline.tables("a"), slow.tables("b"));
    for (int percent = 10; percent < 100; percent += 10) {
      Comparison decile = row(moved, "p" + percent, "total", "request");
      assertThat(decile.deltaUs()).isCloseTo(50_000, within(1e-6));
      assertThat(decile.baselineUs()).isCloseTo(100_000 + percent * 4_000, within(20_000.0));
      assertThat(decile.significant()).isTrue();
      Comparison ofTail = row(tail, "p" + percent, "total", "request");
      assertThat(ofTail.deltaUs() > 100_000).isEqualTo(percent == 90);
      assertThat(ofTail.deltaUs()).isNotNegative();
    }
    assertThat(row(tail, "p90", "total", "request").significant()).isTrue();
    assertThat(row(tail, "p70", "total", "request").significant()).isFalse();
  }

  @Test
  void aHandfulOfRequestsHasNoDeciles() {
    List<Comparison> rows =
        RunComparison.of(
            MadeRun.plain(43, 19, 0, 1).tables("a"), MadeRun.plain(44, 400, 0, 2).tables("b"));
    assertThat(rows).noneMatch(r -> r.measure().equals("p90"));
    assertThat(rows).anyMatch(r -> r.measure().equals("p50"));
  }

  /**
   * A run of any pages: all tiers, web and app together, or none; 3 tells nothing but durations.
   */
  private static RunTables anyRun(Random random, int kind) {
    MadeRun run = new MadeRun();
    int count = 60 + random.nextInt(400);
    for (int i = 0; i < count; i++) {
      long all = 1_000L + random.nextInt(1_000_000);
      Long db = kind == 3 ? null : (long) random.nextInt((int) all / 2);
      Long app = kind == 0 ? (long) random.nextInt((int) all / 3) : null;
      String page = "GET /" + random.nextInt(6);
      run.add(page, MadeRun.START + i * 700_000L + random.nextInt(600_000), all, db, app, null);
    }
    return run.tables("run");
  }

  private static RunTables twoWindows(long seed, double factor) {
    Random random = new Random(seed);
    return new MadeRun()
        .ask(random, 300, 1, 0.03, factor, 0.4, "one")
        .ask(random, 300, 3, 0.03, factor, 0.4, "two")
        .tables("run" + seed);
  }

  private static List<String> tiersOfParts(List<Comparison> rows) {
    return rows.stream().filter(r -> r.component().equals("within")).map(Comparison::tier).toList();
  }

  private static double mean(List<Request> requests) {
    return requests.stream().mapToLong(Request::durationUs).average().orElseThrow();
  }

  private static double sum(List<Comparison> rows, Predicate<Comparison> chosen) {
    return rows.stream().filter(chosen).mapToDouble(Comparison::deltaUs).sum();
  }

  static Comparison row(List<Comparison> rows, String measure, String component, String tier) {
    return rows.stream()
        .filter(r -> r.windowName() == null && r.endpoint() == null)
        .filter(r -> r.measure().equals(measure) && r.component().equals(component))
        .filter(r -> r.tier().equals(tier))
        .findFirst()
        .orElseThrow();
  }
}
