package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.difference.BatchComparison;
import io.tierlens.attribution.difference.Verdict;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.table.RunTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Comparisons of runs that do not differ.
 *
 * @param significant comparisons that saw a difference all the same
 * @param refused comparisons that gave no answer, as the runs drift
 */
record FalseAlarms(int requests, double drift, int pairs, int significant, int refused) {
  private static final int RUNS = 72;

  /** Each run is compared with the next ones, so pairs are not quite independent. */
  private static final int NEIGHBOURS = 3;

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%8s %6s %6s %12s %8s",
          "requests",
          "drift",
          "pairs",
          "significant",
          "refused");

  static FalseAlarms of(int requests, double drift) {
    List<double[]> batches = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      SimulatedRun run = Simulation.closed(2).seed(4_000 + i).requests(requests).drift(drift).run();
      RunTier row =
          RunAttribution.builder()
              .webRequests(run.web())
              .appEvents(run.app())
              .build()
              .run()
              .runTiers()
              .stream()
              .filter(tier -> tier.tier().equals("request"))
              .findFirst()
              .orElseThrow();
      batches.add(row.batchMeanUs().stream().mapToDouble(Double::doubleValue).toArray());
    }
    int pairs = 0;
    int significant = 0;
    int refused = 0;
    for (int i = 0; i < RUNS; i++) {
      for (int j = 1; j <= NEIGHBOURS; j++) {
        BatchComparison compared = BatchComparison.of(batches.get(i), batches.get((i + j) % RUNS));
        pairs++;
        significant +=
            compared.verdict() == Verdict.SLOWER || compared.verdict() == Verdict.FASTER ? 1 : 0;
        refused += compared.verdict() == Verdict.NOT_COMPARABLE ? 1 : 0;
      }
    }
    return new FalseAlarms(requests, drift, pairs, significant, refused);
  }

  double share() {
    return (double) significant / pairs;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%8d %6.2f %6d %11.1f%% %7.1f%%",
        requests,
        drift,
        pairs,
        100 * share(),
        100.0 * refused / pairs);
  }
}
