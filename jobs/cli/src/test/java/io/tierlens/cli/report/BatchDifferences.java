package io.tierlens.cli.report;

import io.tierlens.cli.report.model.Difference;
import io.tierlens.cli.report.model.Difference.Verdict;
import io.tierlens.cli.report.model.Differences;
import java.util.Arrays;

/** A simple stand-in: two standard errors around the difference of the batches' means. */
final class BatchDifferences implements Differences {

  @Override
  public Difference between(double[] baseline, double[] candidate) {
    if (baseline.length < 6 || candidate.length < 6) {
      return new Difference(
          null, null, null, null, Verdict.TOO_FEW_REQUESTS, "too few requests for an interval");
    }
    double delta = mean(candidate) - mean(baseline);
    double half = 2 * Math.sqrt(errorSquared(baseline) + errorSquared(candidate));
    Verdict verdict =
        Math.abs(delta) <= half
            ? Verdict.NOT_SIGNIFICANT
            : delta > 0 ? Verdict.SLOWER : Verdict.FASTER;
    return new Difference(delta, delta - half, delta + half, 95, verdict, null);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double errorSquared(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.length - 1) / values.length;
  }
}
