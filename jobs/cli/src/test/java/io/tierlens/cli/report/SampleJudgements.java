package io.tierlens.cli.report;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.facts.Judgement;
import java.util.ArrayList;
import java.util.List;

/** What was found out about the runs of {@link SampleRuns}, written by hand. */
final class SampleJudgements {
  private static final String STEAL = "steal (sar -u of sysstat 6.1.1 or later)";

  private SampleJudgements() {}

  static Judgement virtual() {
    return new Judgement(
        "virtual",
        with(
            SampleComparisons.between(SampleRuns.physical(), SampleRuns.virtual()),
            time("p2", "shift", "total", 0.350, -0.05, 0.75, false),
            ratio("p2", "variation", 0.384, 0.341, 0.887, 0.72, 1.09, false),
            covering("p2", 0.351, 0.1, 0.602, 0.85),
            refused("p2", "mean", "demand", null, "model_not_checked"),
            refused("p2", "mean", "load", null, "model_not_checked"),
            refused(null, "p95", "total", 4.71, "too_short")),
        List.of(
            fits("p2", "paravirtual-cost", "high", List.of(), List.of()),
            fits(
                "p2",
                "cpu-contention",
                "medium",
                List.of("CPU that the guest saw busy, over what it was charged: 0.93 times"),
                List.of(STEAL, "xentop of all domains")),
            excluded("p2", "io-emulation", "high", "iowait: 0.5 %, then 2.2 % (below 5 %)"),
            excluded("p2", "page-mix", "high", "change of which pages: 0 % (below 10 %)"),
            excluded("p2", "memory-pressure", "low", "iowait beyond that: 1.7 % (below 3 %)"),
            excluded("p3", "page-mix", "high", "change of which pages: 1 % (below 10 %)")));
  }

  static Judgement fourCpus() {
    return new Judgement(
        "virtual-4vcpu",
        SampleComparisons.between(SampleRuns.physical(), SampleRuns.fourCpus()),
        List.of(
            fits("p3", "trap-and-emulate", "high", List.of(), List.of(STEAL)),
            fits("p3", "surplus-vcpus", "high", List.of(), List.of())));
  }

  /** The virtual run by itself. */
  static Judgement alone() {
    return new Judgement(
        "virtual",
        List.of(),
        List.of(
            new Finding(
                "p3",
                null,
                "cpu-contention",
                "possible",
                "low",
                List.of("steal: 11.2 % (at least 10 %)"),
                List.of(),
                List.of(),
                "Stop the other domains and repeat.")));
  }

  private static List<Comparison> with(List<Comparison> rows, Comparison... more) {
    List<Comparison> all = new ArrayList<>(rows);
    all.addAll(List.of(more));
    return all;
  }

  private static Finding fits(
      String window, String rule, String confidence, List<String> against, List<String> missing) {
    return new Finding(
        window,
        "physical",
        rule,
        "fits",
        confidence,
        List.of(
            "user time per request: 1.02 s, then 1.19 s, 1.17 times (at least 1.1 times)",
            "system time per request: 0.19 s, then 0.32 s, 1.67 times (at least 1.1 times)"),
        against,
        missing,
        "Repeat the run with one client and no other domain busy.");
  }

  private static Finding excluded(String window, String rule, String confidence, String sign) {
    return new Finding(
        window,
        "physical",
        rule,
        "contradicted",
        confidence,
        List.of(),
        List.of(sign, "endpoints that are slower: 100 % (above 80 %)"),
        List.of(),
        "Nothing further.");
  }

  /** A row on the mean request, seconds. */
  static Comparison meanOf(
      String window, double delta, double low, double high, boolean significant) {
    return time(window, "mean", "total", delta, low, high, significant);
  }

  private static Comparison time(
      String window,
      String measure,
      String component,
      double delta,
      double low,
      double high,
      boolean significant) {
    return row(
        window, measure, component, delta, low, high, null, null, null, significant, null, null);
  }

  private static Comparison covering(
      String window, double delta, double low, double high, double coverage) {
    return row(
        window, "mean", "equal_load", delta, low, high, null, null, null, true, coverage, null);
  }

  private static Comparison ratio(
      String window,
      String measure,
      double before,
      double after,
      double ratio,
      double low,
      double high,
      boolean significant) {
    return new Comparison(
        "physical",
        "virtual",
        window,
        null,
        "request",
        measure,
        "total",
        null,
        null,
        null,
        null,
        null,
        before,
        after,
        ratio,
        low,
        high,
        95,
        significant,
        null,
        null,
        149,
        130,
        null);
  }

  private static Comparison refused(
      String window, String measure, String component, Double delta, String refusal) {
    return row(
        window, measure, component, delta, null, null, null, null, null, null, null, refusal);
  }

  private static Comparison row(
      String window,
      String measure,
      String component,
      Double delta,
      Double low,
      Double high,
      Double ratio,
      Double ratioLow,
      Double ratioHigh,
      Boolean significant,
      Double coverage,
      String refusal) {
    return new Comparison(
        "physical",
        "virtual",
        window,
        null,
        "request",
        measure,
        component,
        us(1.1),
        delta == null ? null : Double.valueOf(us(1.1) + us(delta)),
        us(delta),
        us(low),
        us(high),
        null,
        null,
        ratio,
        ratioLow,
        ratioHigh,
        low == null ? null : 95,
        significant,
        coverage,
        null,
        149,
        130,
        refusal);
  }

  private static Double us(Double seconds) {
    return seconds == null ? null : (double) Math.round(seconds * 1e6);
  }
}
