package io.tierlens.cli.report;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Copies of runs and rows with one thing changed; an operator that returns null drops the row. */
final class Altered {

  private Altered() {}

  static RunFacts named(RunFacts run, String name) {
    RunRow row = run.run();
    return new RunFacts(
        new RunRow(name, row.environment(), row.description(), row.hosts(), row.windows()),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements());
  }

  static RunFacts tiers(RunFacts run, UnaryOperator<RunTier> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        map(run.tiers(), change),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements());
  }

  static RunFacts cpu(RunFacts run, UnaryOperator<CpuDemand> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        map(run.cpu(), change),
        run.domains(),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements());
  }

  static RunFacts endpoints(RunFacts run, UnaryOperator<EndpointTier> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        map(run.endpoints(), change),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements());
  }

  static RunTier ofTier(RunTier row, String tier) {
    return new RunTier(
        row.windowName(),
        tier,
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        row.share(),
        row.requests(),
        row.stddevUs(),
        row.p50Us(),
        row.p95Us(),
        row.p99Us(),
        row.batchMeanUs(),
        row.level(),
        row.expectedError(),
        row.published());
  }

  static RunTier bounds(RunTier row, Double mean, Double low, Double high) {
    return new RunTier(
        row.windowName(),
        row.tier(),
        mean,
        low,
        high,
        row.share(),
        row.requests(),
        row.stddevUs(),
        row.p50Us(),
        row.p95Us(),
        row.p99Us(),
        row.batchMeanUs(),
        row.level(),
        row.expectedError(),
        row.published());
  }

  static RunTier bounded(RunTier row, Double low, Double high, boolean published) {
    return new RunTier(
        row.windowName(),
        row.tier(),
        null,
        low,
        high,
        null,
        row.requests(),
        null,
        null,
        null,
        null,
        List.of(),
        published ? "L4" : "none",
        null,
        published);
  }

  static RunTier share(RunTier row, double share) {
    return new RunTier(
        row.windowName(),
        row.tier(),
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        share,
        row.requests(),
        row.stddevUs(),
        row.p50Us(),
        row.p95Us(),
        row.p99Us(),
        row.batchMeanUs(),
        row.level(),
        row.expectedError(),
        row.published());
  }

  static RunTier withheld(RunTier row, String level) {
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
        row.batchMeanUs(),
        level,
        row.expectedError(),
        false);
  }

  static EndpointTier withheld(EndpointTier row, String level) {
    return new EndpointTier(
        row.windowName(),
        row.endpoint(),
        row.tier(),
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        row.share(),
        row.requests(),
        level,
        row.expectedError(),
        false);
  }

  static CpuDemand load(CpuDemand row, double busy, Double concurrency) {
    return new CpuDemand(
        row.windowName(),
        row.host(),
        row.mode(),
        row.msPerRequest(),
        row.low(),
        row.high(),
        row.percent(),
        busy,
        row.cores(),
        row.requests(),
        concurrency,
        row.throughput(),
        row.coveredSeconds());
  }

  /** A row of a machine that is in this mode so often while no request is in the stack. */
  static CpuDemand quiet(CpuDemand row, double percent) {
    return new CpuDemand(
        row.windowName(),
        row.host(),
        row.mode(),
        row.msPerRequest(),
        row.low(),
        row.high(),
        row.percent(),
        row.busyCores(),
        row.cores(),
        row.requests(),
        row.concurrency(),
        row.throughput(),
        row.coveredSeconds(),
        percent,
        60.0);
  }

  static RunFacts queries(RunFacts run, QueryTotals queries) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        queries,
        run.slacks(),
        run.remarks(),
        run.statements());
  }

  static CpuDemand onHost(CpuDemand row, String host) {
    return new CpuDemand(
        row.windowName(),
        host,
        row.mode(),
        row.msPerRequest(),
        row.low(),
        row.high(),
        row.percent(),
        row.busyCores(),
        row.cores(),
        row.requests(),
        row.concurrency(),
        row.throughput(),
        row.coveredSeconds());
  }

  private static <T> List<T> map(List<T> rows, UnaryOperator<T> change) {
    return rows.stream().map(change).filter(Objects::nonNull).toList();
  }
}
