package io.tierlens.attribution;

import java.util.Arrays;

/**
 * Difference of two means by the means of contiguous batches, with Welch's interval. Batches and
 * not single requests, because requests of a run whose speed drifts are not independent.
 *
 * @param delta candidate less baseline; null where one has no batches
 * @param low lower end of the 95 percent interval; null where refused
 * @param high upper end, likewise
 * @param refusal why there is no interval; null where there is one
 */
public record BatchComparison(
    Double delta, Double low, Double high, Verdict verdict, MeanDifference.Refusal refusal) {

  /** Batch means that follow each other more closely than this are not independent. */
  private static final double DRIFT = 0.3;

  private static final double ERROR = 0.05;

  /** Compares batch means, in any unit; none at all stand for a run that is too short. */
  public static BatchComparison of(double[] baseline, double[] candidate) {
    if (baseline.length < 2 || candidate.length < 2) {
      return refused(null, MeanDifference.Refusal.TOO_SHORT);
    }
    double delta = mean(candidate) - mean(baseline);
    if (lagOneCorrelation(baseline) > DRIFT || lagOneCorrelation(candidate) > DRIFT) {
      return refused(delta, MeanDifference.Refusal.DRIFTING);
    }
    double half = halfWidth(baseline, candidate);
    Verdict verdict = Verdict.NOT_SIGNIFICANT;
    if (delta - half > 0) {
      verdict = Verdict.SLOWER;
    } else if (delta + half < 0) {
      verdict = Verdict.FASTER;
    }
    return new BatchComparison(delta, delta - half, delta + half, verdict, null);
  }

  private static BatchComparison refused(Double delta, MeanDifference.Refusal refusal) {
    return new BatchComparison(delta, null, null, Verdict.NOT_COMPARABLE, refusal);
  }

  private static double halfWidth(double[] baseline, double[] candidate) {
    double before = variance(baseline) / baseline.length;
    double after = variance(candidate) / candidate.length;
    double sum = before + after;
    if (sum == 0) {
      return 0;
    }
    double degreesOfFreedom =
        sum
            * sum
            / (before * before / (baseline.length - 1) + after * after / (candidate.length - 1));
    return StudentT.twoSided(ERROR, degreesOfFreedom) * Math.sqrt(sum);
  }

  /** Correlation of each value with the next; 0 where all are equal. */
  static double lagOneCorrelation(double[] values) {
    double mean = mean(values);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double off = values[i] - mean;
      squares += off * off;
      products += i == 0 ? 0 : off * (values[i - 1] - mean);
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
