package io.tierlens.cli;

import io.tierlens.attribution.difference.BatchComparison;
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
        comparison.low() == null ? null : comparison.confidencePercent(),
        verdict(comparison),
        comparison.refusal() == null ? null : comparison.refusal().label());
  }

  private static Difference.Verdict verdict(BatchComparison comparison) {
    if (comparison.refusal() == null) {
      return Difference.Verdict.valueOf(comparison.verdict().name());
    }
    return switch (comparison.refusal()) {
      case TOO_SHORT -> Difference.Verdict.TOO_FEW_REQUESTS;
      case DRIFTING -> Difference.Verdict.DRIFTING;
      default -> Difference.Verdict.NOT_COMPARABLE;
    };
  }
}
