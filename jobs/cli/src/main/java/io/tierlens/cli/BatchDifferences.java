package io.tierlens.cli;

import io.tierlens.attribution.BatchComparison;
import io.tierlens.cli.report.model.Difference;
import io.tierlens.cli.report.model.Differences;

/** The attribution's comparison of means, in the report's terms. */
final class BatchDifferences implements Differences {

  @Override
  public Difference between(double[] baseline, double[] candidate) {
    BatchComparison comparison = BatchComparison.of(baseline, candidate);
    return new Difference(
        comparison.delta(),
        comparison.low(),
        comparison.high(),
        Difference.Verdict.valueOf(comparison.verdict().name()),
        comparison.refusal() == null ? null : comparison.refusal().label());
  }
}
