package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.tier.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankWindowTest {
  private static final List<Tier> TIERS = List.of(Tier.REQUEST, Tier.WEB, Tier.APP, Tier.DB);

  @ParameterizedTest
  @CsvSource({"0.5, 47, 53", "0.95, 92, 98", "0.99, 98.4, 99.6"})
  void countsTheRanksAroundTheQuantile(double quantile, double from, double to) {
    // 1000 requests of 1 to 1000 us: the mean of a window is its middle, and half a rank more.
    MadeRun run = new MadeRun();
    for (int i = 1; i <= 1000; i++) {
      run.add("GET /", MadeRun.START + (i * 617L) % 1000, i, 0L, 0L, null);
    }
    Sample sample = Sample.of(run.requests, true);
    double[] found = new RankWindow(quantile).of(Part.whole(sample), TIERS);
    assertThat(found[0]).isCloseTo(5 * (from + to) + 0.5, within(1e-6));
  }

  @Test
  void tiersAddUpWhateverTheWindowAndTheBatchLeftOut() {
    for (int seed = 0; seed < 20; seed++) {
      Sample sample = Sample.of(MadeRun.plain(seed, 61 + 40 * seed, 0.03, 1).requests, true);
      assertThat(sample.batches()).isPositive();
      for (double quantile : new double[] {0.5, 0.95, 0.99}) {
        for (int without = -1; without < sample.batches(); without++) {
          double[] found = new RankWindow(quantile).of(new Part(sample, without), TIERS);
          assertThat(found[1] + found[2] + found[3]).isCloseTo(found[0], within(1e-6 * found[0]));
        }
      }
    }
  }

  @Test
  void leavingABatchOutIsAsIfItWereNotThere() {
    Sample sample = Sample.of(MadeRun.plain(3, 700, 0.03, 1).requests, true);
    double[] rest = new double[sample.size()];
    int count = 0;
    for (int i = 0; i < sample.size(); i++) {
      if (sample.batch(i) != 2) {
        rest[count++] = sample.totalUs(i);
      }
    }
    double[] sorted = Arrays.copyOf(rest, count);
    Arrays.sort(sorted);
    double sum = 0;
    double weight = 0;
    for (int rank = 0; rank < count; rank++) {
      double share = Math.min(0.53 * count, rank + 1) - Math.max(0.47 * count, rank);
      sum += Math.max(0, share) * sorted[rank];
      weight += Math.max(0, share);
    }
    double[] found = new RankWindow(0.5).of(new Part(sample, 2), List.of(Tier.REQUEST));
    assertThat(found[0]).isCloseTo(sum / weight, within(1e-6));
  }

  @Test
  void quantilesOfSingleTiersDoNotAddUpButTheseDo() {
    // Slow in the database or slow in the application, never in both.
    MadeRun run = new MadeRun();
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      long slow = 1_000L + random.nextInt(9_000);
      boolean db = i % 2 == 0;
      run.add("GET /", MadeRun.START + i, slow + 10, db ? slow : 10L, db ? 10L : slow, null);
    }
    double[] found = new RankWindow(0.95).of(Part.whole(Sample.of(run.requests, true)), TIERS);
    assertThat(found[3]).isBetween(0.2 * found[0], 0.8 * found[0]);
    assertThat(found[1] + found[2] + found[3]).isCloseTo(found[0], within(1e-6));
  }
}
