package io.tierlens.cli.report;

import io.tierlens.attribution.finding.Findings;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Finding;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.facts.StampSlack;
import io.tierlens.cli.report.facts.StatementRow;
import io.tierlens.cli.report.facts.WindowRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs made by a seeded generator: any value may be missing, any text may be an attack. */
final class HostileRuns {

  static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(2)>",
          "'; DROP TABLE run; --",
          "</style></title><b>",
          "&amp; &lt; ]]> <!-- ",
          "=HYPERLINK(\"http://example.com\")",
          "| pipe ` tick * star _ [x](javascript:alert(3))",
          "caf\u00e9 \u65e5\u672c\u8a9e \ud83d\ude00",
          "bell\u0007 esc\u001b[2J nul\u0000 bidi\u202e line\r\nfeed\u2028",
          "half \ud83d surrogate \udc00",
          "x".repeat(400),
          "a b ".repeat(90),
          "");

  private final Random random;

  HostileRuns(long seed) {
    this.random = new Random(seed);
  }

  List<RunFacts> runs() {
    List<RunFacts> runs = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      runs.add(run(i + text()));
    }
    return runs;
  }

  /** What was found out about the runs: as hostile as they are. */
  List<Judgement> judgements(List<RunFacts> runs) {
    List<RunFacts> judged = runs.size() == 1 ? runs : runs.subList(1, runs.size());
    List<Judgement> judgements = new ArrayList<>();
    for (RunFacts run : judged) {
      List<String> windows =
          new ArrayList<>(run.run().windows().stream().map(WindowRow::name).toList());
      windows.add(null);
      windows.add(text());
      List<Finding> findings = new ArrayList<>();
      List<Comparison> comparisons = new ArrayList<>();
      for (String window : windows) {
        for (int i = random.nextInt(4); i > 0; i--) {
          findings.add(finding(window));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
          comparisons.add(comparison(window, run.name()));
        }
      }
      judgements.add(new Judgement(run.name(), comparisons, findings));
    }
    return judgements;
  }

  private Finding finding(String window) {
    List<String> rules = Findings.rules();
    String rule = random.nextBoolean() ? rules.get(random.nextInt(rules.size())) : text();
    return new Finding(
        window,
        maybe(text()),
        rule,
        List.of("fits", "possible", "contradicted", text()).get(random.nextInt(4)),
        List.of("high", "low", text()).get(random.nextInt(3)),
        texts(),
        texts(),
        texts(),
        text());
  }

  private Comparison comparison(String window, String run) {
    String measure = List.of("p50", "mean", "variation", "shift", text()).get(random.nextInt(5));
    String component =
        List.of("total", "within", "mix", "demand", "load", "residual", "equal_load")
            .get(random.nextInt(7));
    return new Comparison(
        text(),
        run,
        window,
        null,
        List.of("request", "web", "app", "db", "web_app").get(random.nextInt(5)),
        measure,
        component,
        time(),
        time(),
        time(),
        time(),
        time(),
        maybe(0.5),
        maybe(0.7),
        maybe(1.4),
        maybe(1.1),
        maybe(2.0),
        maybe(95),
        maybe(random.nextBoolean()),
        maybe(random.nextDouble()),
        maybe(random.nextDouble()),
        3,
        4,
        random.nextInt(3) > 0 ? null : random.nextBoolean() ? "too_short" : text());
  }

  /** What went on during these runs. */
  List<RunCourse> courses(List<RunFacts> runs) {
    return runs.stream()
        .map(
            run ->
                new RunCourse(
                    run.name(),
                    Instant.EPOCH,
                    random.nextInt(3) * 5_000_000L + 1_000_000,
                    7,
                    List.of(new RunCourse.RequestBin(random.nextInt(7), random.nextInt(60), 3)),
                    List.of(
                        new RunCourse.CpuBin(
                            text(), random.nextInt(7), 20, 30, maybe(4.0), maybe(5.0))),
                    List.of(new RunCourse.DomainBin(text(), text(), random.nextInt(7), 0.5))))
        .toList();
  }

  private List<String> texts() {
    return Stream.generate(this::text).limit(random.nextInt(3)).toList();
  }

  private RunFacts run(String name) {
    List<String> windows = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      windows.add("w" + i + (random.nextInt(4) == 0 ? text() : ""));
    }
    List<RunTier> tiers = new ArrayList<>();
    List<EndpointTier> endpoints = new ArrayList<>();
    List<CpuDemand> cpu = new ArrayList<>();
    List<DomainDemand> domains = new ArrayList<>();
    for (String window : Stream.concat(windows.stream(), Stream.of((String) null)).toList()) {
      for (String tier : List.of("request", "web", "app", "db", "web_app", "static")) {
        some(2, () -> tiers.add(tier(window, tier)));
        some(1, () -> endpoints.add(endpoint(window, tier)));
      }
      for (String mode : List.of("user", "nice", "system", "iowait", "steal", "idle")) {
        some(2, () -> cpu.add(cpu(window, mode)));
      }
      some(1, () -> domains.add(domain(window)));
    }
    return new RunFacts(
        new RunRow(name, maybe(text()), maybe(text()), hosts(), windowRows(windows)),
        List.of(ledger(), ledger()),
        List.of(new RejectCount(text(), text(), text(), 3, 4)),
        tiers,
        endpoints,
        cpu,
        domains,
        maybe(new QueryTotals(random.nextInt(3), maybe(3L), maybe(1_000_000L), maybe(18L))),
        List.of(new StampSlack(text(), random.nextInt(2_000_000), maybe(999_999L))),
        Arrays.stream(Remark.Rule.values())
            .filter(rule -> random.nextBoolean())
            .map(rule -> new RemarkRow(null, rule.name(), maybe(text()), 3, maybe(4.0)))
            .toList(),
        Stream.concat(windows.stream(), Stream.of((String) null))
            .map(window -> new StatementRow(window, text(), text(), 3, random.nextInt(9_000_000)))
            .toList());
  }

  private List<HostRow> hosts() {
    List<String> tiers = random.nextBoolean() ? List.of("web", "app", "db") : List.of();
    return List.of(
        new HostRow("www1", tiers, maybe(text()), maybe(2), maybe("dom0"), maybe(text())));
  }

  private static List<WindowRow> windowRows(List<String> names) {
    Instant start = Instant.parse("2009-01-23T15:00:00Z");
    return names.stream().map(n -> new WindowRow(n, start, start.plusSeconds(60))).toList();
  }

  private RunTier tier(String window, String tier) {
    List<Double> batches = new ArrayList<>();
    for (int i = random.nextInt(2) * 8; i > 0; i--) {
      batches.add(random.nextDouble() * 1e6);
    }
    return new RunTier(
        window,
        tier,
        time(),
        time(),
        time(),
        maybe(random.nextDouble()),
        random.nextInt(500),
        time(),
        time(),
        time(),
        time(),
        batches,
        level(),
        maybe(0.1),
        random.nextInt(5) > 0);
  }

  private EndpointTier endpoint(String window, String tier) {
    return new EndpointTier(
        window,
        text(),
        tier,
        time(),
        time(),
        time(),
        maybe(0.5),
        random.nextInt(50),
        level(),
        maybe(0.1),
        random.nextInt(4) > 0);
  }

  private CpuDemand cpu(String window, String mode) {
    return new CpuDemand(
        window,
        random.nextInt(4) == 0 ? text() : "www1",
        mode,
        maybe(random.nextDouble() * 9000),
        maybe(1.0),
        maybe(2.0),
        50,
        random.nextDouble() * 8,
        4,
        100,
        maybe(random.nextDouble() * 9),
        maybe(1.0),
        60,
        maybe(random.nextDouble() * 100),
        maybe(60.0));
  }

  private DomainDemand domain(String window) {
    return new DomainDemand(
        window,
        text(),
        text(),
        maybe("www1"),
        random.nextDouble() * 4,
        maybe(100.0),
        maybe(random.nextDouble()),
        maybe(random.nextDouble() * 2),
        maybe(random.nextDouble()),
        maybe(8),
        60);
  }

  private LedgerRow ledger() {
    return new LedgerRow(
        maybe(text()),
        text(),
        text(),
        100,
        10,
        7,
        7,
        0,
        2,
        1,
        maybe(Instant.EPOCH),
        null,
        "00",
        new TreeMap<>(Map.of(text(), 2L)),
        new TreeMap<>(Map.of(text(), text())),
        new TreeMap<>(Map.of(text(), text())));
  }

  private Double time() {
    return maybe(random.nextInt(6) == 0 ? 0.0 : random.nextDouble() * 2e6);
  }

  private String level() {
    return List.of("totals", "L1c", "L5", "none", "L4").get(random.nextInt(5));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> T maybe(T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  /** Runs an action one or two times of three. */
  private void some(int thirds, Runnable action) {
    if (random.nextInt(3) < thirds) {
      action.run();
    }
  }
}
