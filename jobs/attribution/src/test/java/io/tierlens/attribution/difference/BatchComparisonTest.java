package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.tier.Batches;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchComparisonTest {

  private static final int TRIALS = 2000;

  /** How far the speed of one request goes on to the next in a drifting run. */
  private static final double MEMORY = 0.97;

  @ParameterizedTest
  @CsvSource({
    "60, 0, 0.02",
    "60, 0.03, 0.06",
    "100, 0, 0.02",
    "100, 0.03, 0.06",
    "150, 0, 0.02",
    "150, 0.03, 0.06",
    "300, 0.03, 0.04",
    "400, 0.03, 0.08",
    "600, 0.03, 0.09",
    "600, 0.08, 0.1",
    "1000, 0.03, 0.09",
    "2000, 0.03, 0.1"
  })
  void equalRunsSeldomDiffer(int requests, double drift, double atMost) {
    Random random = new Random(requests * 1000L + (long) (drift * 100));
    int alarms = 0;
    int trials = Math.min(TRIALS, 400_000 / requests);
    for (int i = 0; i < trials; i++) {
      BatchComparison found =
          BatchComparison.of(
              batchMeans(random, requests, drift, 1), batchMeans(random, requests, drift, 1));
      alarms += found.verdict() == Verdict.SLOWER || found.verdict() == Verdict.FASTER ? 1 : 0;
    }
    assertThat((double) alarms / trials).isBetween(0.002, atMost);
  }

  @Test
  void aRunOfTwiceTheDurationIsSeen() {
    Random random = new Random(1);
    int seen = 0;
    for (int i = 0; i < TRIALS; i++) {
      BatchComparison found =
          BatchComparison.of(batchMeans(random, 100, 0, 1), batchMeans(random, 100, 0, 2));
      seen += found.verdict() == Verdict.SLOWER ? 1 : 0;
    }
    assertThat((double) seen / TRIALS).isGreaterThan(0.95);
  }

  @Test
  void theIntervalIsThatOfTheTable() {
    // By hand: variances 5/3 each, 6 degrees of freedom, t = 3.707 for 99 percent.
    BatchComparison found =
        BatchComparison.of(new double[] {1, 4, 2, 3}, new double[] {11, 14, 12, 13});
    assertThat(found.delta()).isEqualTo(10);
    assertThat(found.high() - found.delta())
        .isCloseTo(3.707 * Math.sqrt(10.0 / 12), org.assertj.core.data.Offset.offset(1e-2));
    assertThat(found.confidencePercent()).isEqualTo(99);
    assertThat(found.verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void noBatchesNoVerdict() {
    BatchComparison found = BatchComparison.of(new double[0], new double[] {1, 2, 3, 4});
    assertThat(found.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(found.refusal()).isEqualTo(Refusal.TOO_SHORT);
    assertThat(found.low()).isNull();
  }

  /** Means over batches of equal time of requests one after the other, lognormal with drift. */
  private static double[] batchMeans(Random random, int requests, double drift, double scale) {
    double[] durations = new double[requests];
    double speed = random.nextGaussian() * drift / Math.sqrt(1 - MEMORY * MEMORY);
    double total = 0;
    for (int i = 0; i < requests; i++) {
      durations[i] = scale * Math.exp(0.41 * random.nextGaussian() + speed);
      total += durations[i];
      speed = MEMORY * speed + drift * random.nextGaussian();
    }
    int count = Batches.count(requests);
    double[] sums = new double[count];
    int[] counts = new int[count];
    double start = 0;
    for (double duration : durations) {
      int batch = Math.min(count - 1, (int) (count * start / total));
      sums[batch] += duration;
      counts[batch]++;
      start += duration;
    }
    for (int batch = 0; batch < count; batch++) {
      sums[batch] /= counts[batch];
    }
    return sums;
  }
}
