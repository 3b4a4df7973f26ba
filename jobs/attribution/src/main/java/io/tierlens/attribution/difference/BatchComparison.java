package io.tierlens.attribution.difference;

import io.tierlens.attribution.math.StudentT;
import java.util.Arrays;

/**
 * Difference of two means by the means of contiguous batches, with Welch's interval. Batches and
 * not single requests, because requests of a run whose speed drifts are not independent.
 *
 * <p>Short runs are cut into few batches, since short batches of a drifting run are not independent
 * either; and as a drift can hide in a short run, the interval is then one of 99 percent. On
 * simulated runs of 60 to 150 requests with a hidden drift (lognormal speed, autoregressive with
 * factor 0.97 and deviation 0.03) a difference was seen where there was none in 3 to 4 of 100
 * cases; eight batches with 95 percent gave 22.
 *
 * @param delta candidate less baseline; null where one has no batches
 * @param low lower end of the interval; null where refused
 * @param high upper end, likewise
 * @param confidencePercent of the interval, 95 or 99
 * @param refusal why there is no interval; null where there is one
 */
public record BatchComparison(
    Double delta,
    Double low,
    Double high,
    int confidencePercent,
    Verdict verdict,
    MeanDifference.Refusal refusal) {

  /** From so many batches on, a run is long enough for the usual 95 percent. */
  private static final int MANY_BATCHES = 8;

  /** Batch means that follow each other more closely than this are not independent. */
  private static final double DRIFT = 0.3;

  /** Compares batch means, in any unit; none at all stand for a run that is too short. */
  public static BatchComparison of(double[] baseline, double[] candidate) {
    int confidence = Math.min(baseline.length, candidate.length) < MANY_BATCHES ? 99 : 95;
    if (baseline.length < 2 || candidate.length < 2) {
      return refused(null, confidence, MeanDifference.Refusal.TOO_SHORT);
    }
    double delta = mean(candidate) - mean(baseline);
    if (lagOneCorrelation(baseline) > DRIFT || lagOneCorrelation(candidate) > DRIFT) {
      return refused(delta, confidence, MeanDifference.Refusal.DRIFTING);
    }
    double half = halfWidth(baseline, candidate, 1 - confidence / 100.0);
    Verdict verdict = Verdict.NOT_SIGNIFICANT;
    if (delta - half > 0) {
      verdict = Verdict.SLOWER;
    } else if (delta + half < 0) {
      verdict = Verdict.FASTER;
    }
    return new BatchComparison(delta, delta - half, delta + half, confidence, verdict, null);
  }

  private static BatchComparison refused(
      Double delta, int confidence, MeanDifference.Refusal refusal) {
    return new BatchComparison(delta, null, null, confidence, Verdict.NOT_COMPARABLE, refusal);
  }

  private static double halfWidth(double[] baseline, double[] candidate, double error) {
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
    return StudentT.twoSided(error, degreesOfFreedom) * Math.sqrt(sum);
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
