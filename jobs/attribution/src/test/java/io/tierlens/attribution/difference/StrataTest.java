package io.tierlens.attribution.difference;

import static io.tierlens.attribution.difference.RunComparisonTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrataTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, 1",
    "3, 2",
    "4, 3",
    "5, 4",
    "6, 4",
    "7, 5",
    "8, 5",
    "9, 6",
    "12, 6",
    "13, 7",
    "16, 7",
    "17, 8",
    "24, 8",
    "25, 9",
    "2147483647, 61"
  })
  void strataGetWiderWithTheLoad(int concurrency, int stratum) {
    assertThat(Strata.stratum(concurrency)).isEqualTo(stratum);
  }

  @Test
  void concurrencyIsWhoIsThereAtTheStart() {
    Random random = new Random(1);
    MadeRun run = new MadeRun();
    for (int i = 0; i < 300; i++) {
      run.add("GET /", MadeRun.START + random.nextInt(2_000), random.nextInt(60), 0L, 0L, null);
    }
    Sample sample = Sample.of(run.requests, true);
    int[] found = sample.concurrency();
    for (int i = 0; i < sample.size(); i++) {
      int there = 0;
      for (int j = 0; j < sample.size(); j++) {
        boolean started = sample.startUs(j) <= sample.startUs(i);
        there += started && sample.startUs(j) + sample.totalUs(j) > sample.startUs(i) ? 1 : 0;
      }
      assertThat(found[i]).isEqualTo(Math.max(1, there));
    }
  }

  @Test
  void atEqualLoadOnlyTheMachineIsLeft() {
    // A request takes 100 ms for each that is there; the candidate is busier and 20 ms slower.
    List<Comparison> rows =
        RunComparison.of(
            loaded(1, 0, new double[] {0.6, 0.3, 0.1}).tables("a"),
            loaded(2, 20_000, new double[] {0.1, 0.3, 0.6}).tables("b"));
    Comparison all = row(rows, "mean", "total", "request");
    Comparison equal = row(rows, "mean", "equal_load", "request");
    assertThat(all.deltaUs()).isGreaterThan(90_000);
    assertThat(equal.deltaUs()).isCloseTo(20_000, within(2_000.0));
    assertThat(equal.lowUs()).isBetween(10_000.0, 20_000.0);
    assertThat(equal.coverage()).isCloseTo(0.5, within(0.06));
    double tiers = 0;
    for (String tier : List.of("web", "app", "db")) {
      tiers += row(rows, "mean", "equal_load", tier).deltaUs();
    }
    assertThat(tiers).isCloseTo(equal.deltaUs(), within(1e-3));
    assertThat(equal.candidateUs() - equal.baselineUs()).isCloseTo(equal.deltaUs(), within(1e-6));
  }

  @Test
  void withoutACommonLoadThereIsNoFigure() {
    List<Comparison> rows =
        RunComparison.of(
            loaded(3, 0, new double[] {1, 0, 0}).tables("a"),
            loaded(4, 0, new double[] {0, 0, 1}).tables("b"));
    Comparison equal = row(rows, "mean", "equal_load", "request");
    assertThat(equal.refusal()).isEqualTo("no_common_load");
    assertThat(equal.deltaUs()).isNull();
    assertThat(equal.coverage()).isZero();
  }

  @Test
  void stampsOfAWholeSecondDoNotTellWhoWasThere() {
    RunTables fine = loaded(5, 0, new double[] {1, 0, 0}).tables("a");
    List<Request> coarse = new ArrayList<>();
    for (Request r : fine.requests()) {
      coarse.add(
          new Request(
              r.requestKey(),
              null,
              r.host(),
              null,
              r.startTime() / 1_000_000 * 1_000_000,
              999_999,
              r.durationUs(),
              r.endpoint(),
              r.status(),
              r.webSelfUs(),
              r.appSelfUs(),
              r.webAppUs(),
              r.dbUs(),
              r.dbLowUs(),
              r.dbHighUs(),
              r.queryCount(),
              null,
              r.level()));
    }
    RunTables candidate =
        new RunTables(
            "b",
            0L,
            List.of(),
            coarse,
            fine.runTiers(),
            fine.endpointTiers(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    List<Comparison> rows = RunComparison.of(fine, candidate);
    assertThat(row(rows, "mean", "equal_load", "request").refusal()).isEqualTo("load_not_told");
    assertThat(row(rows, "mean", "demand", "request").refusal()).isEqualTo("load_not_told");
  }

  /** Groups of one, two or three requests at once, with these shares of the groups' requests. */
  private static MadeRun loaded(long seed, long moreUs, double[] shares) {
    Random random = new Random(seed);
    MadeRun run = new MadeRun();
    long at = MadeRun.START;
    while (run.requests.size() < 1200) {
      double dice = random.nextDouble();
      int size = dice < shares[0] ? 1 : dice < shares[0] + shares[1] ? 2 : 3;
      // The last of the group finds them all; the first ones are gone before it has its answer.
      for (int i = 1; i < size; i++) {
        run.add("GET /early", at + i, 50_000, 10_000L, 20_000L, null);
      }
      long us = 100_000L * size + moreUs + random.nextInt(10_000);
      run.add("GET /", at + size, us, us / 2, us / 3, null);
      at += us + 200_000;
    }
    return run;
  }
}
