package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two runs of one machine must not differ, whatever its drift; two of different ones must. */
class FalseAlarmsIT {

  /** Of the intervals that are given; nominally 3 percent up to 999 requests, 5 beyond. */
  private static final double MOST = 0.1;

  @ParameterizedTest
  @CsvSource({"100, 0.08", "600, 0.03", "600, 0.08"})
  void equalRunsSeldomDiffer(int requests, double drift) {
    Map<String, int[]> found = new TreeMap<>();
    for (int pair = 0; pair < 30; pair++) {
      count(
          found,
          RunComparison.of(
              MadeRun.plain(pair * 7919L + requests, requests, drift, 1).tables("a"),
              MadeRun.plain(pair * 104_729L + requests + 13, requests, drift, 1).tables("b")));
    }
    int judged = 0;
    int alarms = 0;
    for (Map.Entry<String, int[]> figure : found.entrySet()) {
      int[] counts = figure.getValue();
      judged += counts[0];
      alarms += counts[1];
      // One figure by itself: what chance allows on top, with 30 pairs.
      assertThat(counts[1]).as(figure.getKey()).isLessThanOrEqualTo((int) (0.2 * counts[0]) + 1);
    }
    assertThat(judged).isGreaterThan(600);
    assertThat((double) alarms / judged).isBetween(0.001, MOST);
  }

  @ParameterizedTest
  @CsvSource({"0, 1.1, 0.7", "0.03, 1.2, 0.85"})
  void aSlowDownIsFound(double drift, double times, double atLeast) {
    int judged = 0;
    int seen = 0;
    int shifted = 0;
    for (int pair = 0; pair < 8; pair++) {
      List<Comparison> rows =
          RunComparison.of(
              MadeRun.plain(pair * 7919L + 5, 2000, drift, 1).tables("a"),
              MadeRun.plain(pair * 104_729L + 7, 2000, drift, times).tables("b"));
      Comparison mean = RunComparisonTest.row(rows, "mean", "total", "request");
      Comparison shift = RunComparisonTest.row(rows, "shift", "total", "request");
      judged += mean.significant() == null ? 0 : 1;
      seen += Boolean.TRUE.equals(mean.significant()) && mean.lowUs() > 0 ? 1 : 0;
      shifted += Boolean.TRUE.equals(shift.significant()) && shift.lowUs() > 0 ? 1 : 0;
    }
    assertThat(judged).isGreaterThan(4);
    assertThat((double) seen / judged).isGreaterThanOrEqualTo(atLeast);
    assertThat((double) shifted / judged).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void simulatedPairsOfOneMachineSeldomDiffer() {
    Map<String, int[]> found = new TreeMap<>();
    for (int pair = 0; pair < 5; pair++) {
      count(
          found, RunComparison.of(simulated(2L * pair + 1, 0.03), simulated(2L * pair + 2, 0.03)));
    }
    int judged = found.values().stream().mapToInt(counts -> counts[0]).sum();
    int alarms = found.values().stream().mapToInt(counts -> counts[1]).sum();
    assertThat(judged).isGreaterThan(100);
    assertThat((double) alarms / judged).isLessThanOrEqualTo(MOST);
  }

  @Test
  void halvesOfOneRunSeldomDiffer() {
    Map<String, int[]> found = new TreeMap<>();
    for (int seed = 0; seed < 16; seed++) {
      List<Request> all = MadeRun.plain(seed * 31L, 1300, 0.03, 1).requests;
      MadeRun first = new MadeRun();
      first.requests.addAll(all.subList(0, 650));
      MadeRun second = new MadeRun();
      second.requests.addAll(all.subList(650, 1300));
      count(found, RunComparison.of(first.tables("a"), second.tables("b")));
    }
    int judged = found.values().stream().mapToInt(counts -> counts[0]).sum();
    int alarms = found.values().stream().mapToInt(counts -> counts[1]).sum();
    assertThat(judged).isGreaterThan(300);
    assertThat((double) alarms / judged).isLessThanOrEqualTo(MOST);
  }

  @Test
  void coarseDurationsRaiseNoAlarmsEither() {
    Map<String, int[]> found = new TreeMap<>();
    for (int pair = 0; pair < 14; pair++) {
      count(found, RunComparison.of(coarse(2L * pair), coarse(2L * pair + 1)));
    }
    for (String measure : List.of("shift", "tail_ratio", "variation", "p50", "mean")) {
      int judged = 0;
      int alarms = 0;
      for (Map.Entry<String, int[]> figure : found.entrySet()) {
        if (figure.getKey().startsWith(measure)) {
          judged += figure.getValue()[0];
          alarms += figure.getValue()[1];
        }
      }
      assertThat((double) alarms / judged).as(measure).isLessThanOrEqualTo(MOST);
    }
  }

  /** Durations in half seconds. */
  private static RunTables coarse(long seed) {
    MadeRun fine = MadeRun.plain(seed, 700, 0.03, 1);
    MadeRun coarse = new MadeRun();
    for (Request r : fine.requests) {
      long us = (r.durationUs() + 250_000) / 500_000 * 500_000;
      coarse.add(r.endpoint(), r.startTime(), us, 0L, 0L, null);
    }
    return coarse.tables("run" + seed);
  }

  private static void count(Map<String, int[]> found, List<Comparison> rows) {
    for (Comparison row : rows) {
      if (row.significant() != null) {
        String figure =
            String.join(
                " ",
                row.measure(),
                row.component(),
                row.tier(),
                row.endpoint() == null ? "all" : "page");
        int[] counts = found.computeIfAbsent(figure, f -> new int[2]);
        counts[0]++;
        counts[1] += row.significant() ? 1 : 0;
      }
    }
  }

  private static RunTables simulated(long seed, double drift) {
    return tables(
        "run" + seed,
        Simulation.closed(2).seed(seed).requests(450).drift(drift).run().records().build().run());
  }

  static RunTables tables(String name, Attribution found) {
    return new RunTables(
        name,
        0L,
        List.of(),
        found.requests(),
        found.runTiers(),
        found.endpointTiers(),
        found.cpuDemands(),
        found.domainDemands(),
        found.remarks(),
        List.of());
  }
}
