package io.tierlens.cli.report;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.facts.StampSlack;
import io.tierlens.cli.report.facts.StatementRow;
import io.tierlens.cli.report.facts.WindowRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Three runs of one shop, written by hand after a real load test: one, two and eight clients on a
 * machine, in a guest of two virtual CPUs on it, and in one of four.
 */
final class SampleRuns {

  private static final Instant START = Instant.parse("2026-11-22T12:16:46Z");

  /** One run under construction: every number of the three windows in one place. */
  private final String name;

  private final String environment;
  private final String description;
  private final int cores;
  private final boolean virtual;
  private final List<RunTier> tiers = new ArrayList<>();
  private final List<CpuDemand> cpu = new ArrayList<>();
  private final List<DomainDemand> domains = new ArrayList<>();
  private final List<EndpointTier> endpoints = new ArrayList<>();
  private final List<LedgerRow> ledger = new ArrayList<>();

  private SampleRuns(
      String name, String environment, String description, int cores, boolean virtual) {
    this.name = name;
    this.environment = environment;
    this.description = description;
    this.cores = cores;
    this.virtual = virtual;
  }

  static RunFacts physical() {
    SampleRuns run =
        new SampleRuns("physical", "bare metal", "Linux on the machine itself, 2 CPUs", 2, false);
    run.latency("p1", 64, 1.084, 0.458, 0.980, 1.619, 2.803)
        .parts(1.012, 0.101, .897, .970, .894, 1.117, 1.249, .975, 1.052, 1.300)
        .cpu("p1", 64, 0.47, 0.43, 946, 196, 1.3, 0.0);
    run.latency("p2", 149, 1.189, 0.457, 1.101, 1.827, 2.983)
        .parts(1.100, 0.122, .984, 1.377, 1.127, 1.098, 1.197, 1.120, 1.119, 1.238)
        .cpu("p2", 149, 0.97, 0.817, 1019, 189, 0.5, 0.0);
    run.latency("p3", 311, 3.341, 1.176, 3.226, 5.089, 6.515)
        .parts(2.712, 0.126, 3.840, 3.404, 3.732, 3.247, 2.764, 3.081, 2.987, 3.649)
        .cpu("p3", 311, 5.72, 1.711, 1019, 145, 0.0, 0.0);
    run.latency(null, 524, 2.453, 1.430, 2.402, 4.710, 6.102)
        .parts(2.059, 0.122, 1.0, 1.2, 1.2, 2.1, 3.4, 3.4, 3.6, 3.7)
        .cpu(null, 524, 2.49, 1.021, 1010, 163, 0.4, 0.0);
    run.statics(263, 0.00347);
    run.page("GET /cgi-bin/strap/index.html", 21, 1.813, 1.690, 0.070)
        .page("GET /cgi-bin/strap/{sku}.html", 53, 1.114, 1.030, 0.041)
        .page("GET /cgi-bin/strap/scan/{...}", 32, 1.043, 0.961, 0.040)
        .page("GET /cgi-bin/strap/search.html", 18, 1.121, 1.040, 0.041)
        .page("POST /cgi-bin/strap/process.html", 8, 1.379, 1.280, 0.050)
        .page("GET /cgi-bin/strap/ord/basket.html", 8, 1.465, 1.360, 0.051)
        .page("GET /cgi-bin/strap/login.html", 9, 0.425, 0.380, 0.020);
    run.files(808, 1070, 34_124, 520);
    return run.facts(34_124, 312L);
  }

  static RunFacts virtual() {
    SampleRuns run =
        new SampleRuns("virtual", "Xen guest", "paravirtual guest, 2 virtual CPUs", 2, true);
    run.latency("p1", 60, 1.278, 0.555, 1.153, 2.745, 3.274)
        .parts(1.164, 0.099, 1.749, 1.311, 1.422, 1.252, 1.228, 1.063, .982, 1.109)
        .cpu("p1", 60, 0.51, 0.40, 938, 318, 8.6, 232.0)
        .domain("p1", 0.58, 0.502, 0.09);
    run.latency("p2", 130, 1.559, 0.531, 1.470, 2.653, 3.195)
        .parts(1.418, 0.139, 1.421, 1.727, 1.478, 1.375, 1.478, 1.637, 1.485, 1.772)
        .cpu("p2", 130, 1.12, 0.716, 1190, 315, 2.2, 158.0)
        .domain("p2", 1.13, 1.077, 0.12);
    run.latency("p3", 201, 5.807, 2.560, 5.317, 10.572, 14.653)
        .parts(4.293, 0.243, 6.569, 5.163, 6.740, 6.222, 4.949, 5.971, 4.980, 5.605)
        .cpu("p3", 201, 6.40, 1.102, 1285, 346, 0.0, 172.0)
        .domain("p3", 1.80, 1.797, 0.19);
    run.latency(null, 391, 3.700, 2.806, 2.611, 9.420, 13.900)
        .parts(2.855, 0.186, 1.3, 1.2, 1.5, 1.6, 4.0, 6.1, 6.0, 6.3)
        .cpu(null, 391, 2.76, 0.746, 1200, 331, 2.1, 176.0)
        .domain(null, 1.21, 1.169, 0.13);
    run.statics(197, 0.0110);
    run.page("GET /cgi-bin/strap/index.html", 19, 2.167, 1.980, 0.082)
        .page("GET /cgi-bin/strap/{sku}.html", 46, 1.493, 1.361, 0.049)
        .page("GET /cgi-bin/strap/scan/{...}", 29, 1.385, 1.260, 0.047)
        .page("GET /cgi-bin/strap/search.html", 16, 1.522, 1.392, 0.050)
        .page("POST /cgi-bin/strap/process.html", 6, 2.071, 1.901, 0.066)
        .page("GET /cgi-bin/strap/ord/basket.html", 6, 1.778, 1.620, 0.056)
        .page("GET /cgi-bin/strap/login.html", 8, 0.659, 0.560, 0.031);
    run.files(605, 798, 25_311, 412);
    return run.facts(25_311, 207L);
  }

  static RunFacts fourCpus() {
    SampleRuns run =
        new SampleRuns("virtual-4vcpu", "Xen guest", "the same guest with 4 virtual CPUs", 4, true);
    run.latency("p1", 49, 1.832, 0.802, 1.596, 3.650, 4.539)
        .parts(1.657, 0.130, 1.380, 1.388, 1.524, 2.058, 2.461, 2.469, 1.628, 1.730)
        .cpu("p1", 49, 0.60, 0.327, 1143, 386, 17.7, 1008.0)
        .domain("p1", 0.74, 0.50, 0.15);
    run.latency("p2", 98, 2.497, 1.164, 2.277, 4.241, 8.435)
        .parts(2.283, 0.186, 1.887, 1.849, 2.597, 2.657, 3.383, 2.692, 2.434, 2.558)
        .cpu("p2", 98, 1.34, 0.538, 1304, 394, 15.6, 1458.0)
        .domain("p2", 1.30, 0.914, 0.24);
    run.latency("p3", 99, 13.209, 4.049, 12.888, 20.221, 27.242)
        .parts(9.052, 0.769, 16.85, 12.65, 12.47, 13.97, 12.57, 12.49, 16.11, 9.133)
        .cpu("p3", 99, 7.04, 0.533, 2025, 544, 0.8, 4895.0)
        .domain("p3", 1.83, 1.369, 0.17);
    run.latency(null, 246, 6.700, 6.100, 3.200, 18.500, 24.100)
        .parts(4.880, 0.409, 1.4, 1.6, 1.9, 2.6, 8.0, 13.0, 12.5, 12.5)
        .cpu(null, 246, 3.10, 0.466, 1562, 453, 9.8, 2752.0)
        .domain(null, 1.33, 0.95, 0.19);
    run.statics(153, 0.0297);
    run.files(413, 504, 16_200, 300);
    // The guest ticks though nobody asks: its whole run tells so, and one of its windows.
    return Altered.cpu(
        run.facts(16_200, 96L),
        row ->
            row.mode().equals("system") && !"p1".equals(row.windowName())
                ? Altered.quiet(row, 3.5)
                : row);
  }

  private SampleRuns latency(
      String window, long requests, double mean, double sd, double p50, double p95, double p99) {
    tiers.add(
        new RunTier(
            window, "request", us(mean), us(mean), us(mean), 1.0, requests, us(sd), us(p50),
            us(p95), us(p99), List.of(), "totals", 0.0, true));
    return this;
  }

  /** Adds the parts of the request added last: the application's wall and the server's time. */
  private SampleRuns parts(double app, double db, double... batches) {
    RunTier request = tiers.remove(tiers.size() - 1);
    double mean = request.meanUs();
    tiers.add(withBatches(request, scaled(batches, 1)));
    double blur = 80_000 / Math.sqrt((double) request.requests());
    tier(request, "web", mean - us(app), blur, batches);
    tier(request, "app", us(app - db), blur, batches);
    tier(request, "db", us(db), 0, batches);
    return this;
  }

  private void tier(RunTier request, String tier, double us, double blur, double[] batches) {
    tiers.add(
        new RunTier(
            request.windowName(),
            tier,
            us,
            us - blur,
            us + blur,
            us / request.meanUs(),
            request.requests(),
            // Where single requests are told, so is their spread.
            tier.equals("db") ? Double.valueOf(us / 2) : null,
            null,
            null,
            null,
            scaled(batches, us / request.meanUs()),
            "totals",
            0.0,
            true));
  }

  private static RunTier withBatches(RunTier row, List<Double> batches) {
    return new RunTier(
        row.windowName(),
        row.tier(),
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        row.share(),
        row.requests(),
        row.stddevUs(),
        row.p50Us(),
        row.p95Us(),
        row.p99Us(),
        batches,
        row.level(),
        row.expectedError(),
        row.published());
  }

  private static List<Double> scaled(double[] seconds, double factor) {
    List<Double> list = new ArrayList<>();
    for (double s : seconds) {
      list.add(us(s) * factor);
    }
    return list;
  }

  private SampleRuns cpu(
      String window,
      long requests,
      double concurrency,
      double throughput,
      double user,
      double system,
      double iowait,
      double steal) {
    mode(window, "user", user, requests, concurrency, throughput);
    mode(window, "nice", 0, requests, concurrency, throughput);
    mode(window, "system", system, requests, concurrency, throughput);
    mode(window, "iowait", iowait, requests, concurrency, throughput);
    mode(window, "steal", steal, requests, concurrency, throughput);
    return this;
  }

  private void mode(
      String window, String mode, double ms, long requests, double concurrency, double throughput) {
    double busy = ms * throughput / 1000;
    cpu.add(
        new CpuDemand(
            window,
            "www1",
            mode,
            ms,
            ms * 0.98,
            ms * 1.02,
            busy / cores * 100,
            busy,
            cores,
            requests,
            concurrency,
            throughput,
            requests / throughput));
  }

  private void domain(String window, double charged, double guest, double dom0) {
    domains.add(
        new DomainDemand(
            window,
            "dom0",
            "www1",
            "www1",
            charged,
            charged * 1000,
            guest,
            guest / charged,
            null,
            2,
            180));
    domains.add(
        new DomainDemand(
            window, "dom0", "Domain-0", null, dom0, dom0 * 1000, null, null, null, 2, 180));
  }

  private void statics(long requests, double mean) {
    tiers.add(
        new RunTier(
            null, "static", us(mean), us(mean), us(mean), null, requests, null, null, null, null,
            List.of(), "totals", 0.0, true));
  }

  private SampleRuns page(String endpoint, long requests, double mean, double app, double db) {
    endpoint(endpoint, "request", requests, mean);
    endpoint(endpoint, "web", requests, mean - app);
    endpoint(endpoint, "app", requests, app - db);
    endpoint(endpoint, "db", requests, db);
    return this;
  }

  private void endpoint(String endpoint, String tier, long requests, double seconds) {
    endpoints.add(
        new EndpointTier(
            "p2",
            endpoint,
            tier,
            us(seconds),
            us(seconds),
            us(seconds),
            null,
            requests,
            "L1c",
            0.008,
            true));
  }

  private void files(long access, long bench, long queries, long samples) {
    file("apache/access_log", "apache-access", access, 0, 0, "format", "combined and %D");
    file("interchange/bench.log", "interchange-bench", bench, 2, 3, "resolution", "1 s");
    file("mysql/slow.log", "mysql-slow-log", queries, 6, 0, "version", "10.11.19-MariaDB");
    file("sar/sar_u_C.txt", "sar", samples, 41, 0, "form", "short");
    if (virtual) {
      file("xentop/xentop_f_ts.txt", "xentop", samples * 2, samples, 0, "stamps", "in the file");
    }
  }

  private void file(
      String file, String kind, long rows, long ignored, long rejected, String fact, String what) {
    TreeMap<String, Long> kinds = new TreeMap<>();
    if (ignored > 0) {
      kinds.put("header", ignored);
    }
    ledger.add(
        new LedgerRow(
            "www1",
            file,
            kind,
            rows * 120,
            rows + ignored + rejected,
            rows,
            rows,
            0,
            ignored,
            rejected,
            START,
            START.plusSeconds(550),
            "ab".repeat(32),
            kinds,
            new TreeMap<>(java.util.Map.of("time-zone", "America/New_York")),
            new TreeMap<>(java.util.Map.of(fact, what))));
  }

  private RunFacts facts(long queries, long ofNoRequest) {
    List<HostRow> hosts = new ArrayList<>();
    hosts.add(
        new HostRow(
            "www1",
            List.of("web", "app", "db"),
            "America/New_York",
            cores,
            virtual ? "dom0" : null,
            virtual ? "www1" : null));
    if (virtual) {
      hosts.add(new HostRow("dom0", List.of(), "America/New_York", 2, null, null));
    }
    List<WindowRow> windows =
        List.of(
            new WindowRow("p1", START, START.plusSeconds(150)),
            new WindowRow("p2", START.plusSeconds(150), START.plusSeconds(332)),
            new WindowRow("p3", START.plusSeconds(332), START.plusSeconds(514)));
    return new RunFacts(
        new RunRow(name, environment, description, hosts, windows),
        ledger,
        List.of(
            new RejectCount(
                "interchange/bench.log", "interchange-bench", "end time is not a number", 3, 3)),
        tiers,
        endpoints,
        cpu,
        domains,
        new QueryTotals(queries, ofNoRequest, 0L, 18L),
        List.of(
            new StampSlack("apache-access", 999_999, null),
            new StampSlack("interchange-bench", 999_999, 999_999L),
            new StampSlack("mysql-slow-log", 999_999, null)),
        List.of(),
        statements());
  }

  private List<StatementRow> statements() {
    List<StatementRow> statements = new ArrayList<>();
    for (RunTier row : tiers) {
      if (row.tier().equals("db")) {
        statements.addAll(
            SampleStatements.of(
                row.windowName(), row.requests(), row.meanUs(), virtual ? 0.06 : 0, !virtual));
      }
    }
    return statements;
  }

  private static Double us(double seconds) {
    return (double) Math.round(seconds * 1e6);
  }
}
