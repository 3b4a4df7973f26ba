package io.tierlens.cli.report;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.ArrayList;
import java.util.List;

/** Rows of table comparison that go with the tiers of two runs of {@link SampleRuns}. */
final class SampleComparisons {

  /** Quantiles of the normal distribution at 10, 20 to 90 percent. */
  private static final double[] NORMAL = {
    -1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816
  };

  private static final double NORMAL_95 = 1.6449;

  private final RunFacts baseline;
  private final RunFacts candidate;
  private final List<Comparison> rows = new ArrayList<>();

  private SampleComparisons(RunFacts baseline, RunFacts candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
  }

  /**
   * The change of the means and of the deciles: of p1 the mix is told of the request alone, of p2
   * by tier, p3 has a model of the load, the whole runs have no intervals.
   */
  static List<Comparison> between(RunFacts baseline, RunFacts candidate) {
    SampleComparisons rows = new SampleComparisons(baseline, candidate);
    rows.totals("p1", true);
    rows.add("p1", "request", "within", 1.08 * rows.delta("p1", "request"), true);
    rows.add("p1", "request", "mix", -0.08 * rows.delta("p1", "request"), true);
    rows.totals("p2", true);
    for (String tier : List.of("web", "app", "db")) {
      double mix = tier.equals("db") ? 2_000 : -3_000;
      rows.add("p2", tier, "within", rows.delta("p2", tier) - mix, true);
      rows.add("p2", tier, "mix", mix, true);
    }
    rows.totals("p3", true);
    double delta = rows.delta("p3", "request");
    rows.add("p3", "request", "demand", 0.7 * delta, false);
    rows.add("p3", "request", "load", 0.2 * delta, false);
    rows.add("p3", "request", "residual", 0.1 * delta, false);
    rows.totals(null, false);
    for (String window : List.of("p1", "p2", "p3")) {
      rows.deciles(window, true);
    }
    rows.deciles(null, false);
    return rows.rows;
  }

  private void totals(String window, boolean judged) {
    for (RunTier row : baseline.tiers()) {
      String tier = row.tier();
      if (java.util.Objects.equals(row.windowName(), window) && !tier.equals("static")) {
        double before = row.meanUs();
        figure(window, tier, "mean", "total", before, before + delta(window, tier), judged);
      }
    }
  }

  private void deciles(String window, boolean judged) {
    RunTier before = baseline.tier(window, "request").orElseThrow();
    RunTier after = candidate.tier(window, "request").orElseThrow();
    for (int d = 0; d < NORMAL.length; d++) {
      String measure = "p" + (d + 1) + "0";
      figure(window, "request", measure, "total", decile(before, d), decile(after, d), judged);
    }
  }

  /** As if the durations were lognormal. */
  private static double decile(RunTier row, int d) {
    double spread = Math.log(row.p95Us() / row.p50Us()) / NORMAL_95;
    return Math.round(row.p50Us() * Math.exp(NORMAL[d] * spread));
  }

  private double delta(String window, String tier) {
    return candidate.tier(window, tier).orElseThrow().meanUs()
        - baseline.tier(window, tier).orElseThrow().meanUs();
  }

  private void add(String window, String tier, String component, double delta, boolean judged) {
    add(window, tier, "mean", component, null, null, delta, judged);
  }

  private void figure(
      String window,
      String tier,
      String measure,
      String component,
      double before,
      double after,
      boolean judged) {
    add(window, tier, measure, component, before, after, after - before, judged);
  }

  private void add(
      String window,
      String tier,
      String measure,
      String component,
      Double before,
      Double after,
      double delta,
      boolean judged) {
    // As wide as runs of this length give: a small change is not outside of it.
    double half = 60_000 + 0.6 * Math.abs(delta);
    boolean model = List.of("demand", "load", "residual").contains(component);
    rows.add(
        new Comparison(
            baseline.name(),
            candidate.name(),
            window,
            null,
            tier,
            measure,
            component,
            before,
            after,
            delta,
            judged ? Double.valueOf(delta - half) : null,
            judged ? Double.valueOf(delta + half) : null,
            null,
            null,
            null,
            null,
            null,
            judged ? 95 : null,
            judged ? Boolean.valueOf(Math.abs(delta) > half) : null,
            null,
            model ? 0.06 : null,
            requests(baseline, window),
            requests(candidate, window),
            judged || model ? null : "changes_midway"));
  }

  private static long requests(RunFacts run, String window) {
    return run.tier(window, "request").orElseThrow().requests();
  }
}
