package io.tierlens.cli.report;

import io.tierlens.cli.report.facts.CpuDemandRow;
import io.tierlens.cli.report.facts.EndpointTierRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.facts.RunTierRow;
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
        run.slacks());
  }

  static RunFacts tiers(RunFacts run, UnaryOperator<RunTierRow> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        map(run.tiers(), change),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks());
  }

  static RunFacts cpu(RunFacts run, UnaryOperator<CpuDemandRow> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        map(run.cpu(), change),
        run.domains(),
        run.queries(),
        run.slacks());
  }

  static RunFacts endpoints(RunFacts run, UnaryOperator<EndpointTierRow> change) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        map(run.endpoints(), change),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks());
  }

  static RunTierRow bounds(RunTierRow row, Double mean, Double low, Double high) {
    return new RunTierRow(
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

  static RunTierRow withheld(RunTierRow row, String level) {
    return new RunTierRow(
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

  static EndpointTierRow withheld(EndpointTierRow row, String level) {
    return new EndpointTierRow(
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

  static CpuDemandRow load(CpuDemandRow row, double busy, Double concurrency) {
    return new CpuDemandRow(
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

  static CpuDemandRow onHost(CpuDemandRow row, String host) {
    return new CpuDemandRow(
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
