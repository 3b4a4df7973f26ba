package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairTest {

  @Test
  void ofAMeanTheIntervalIsThatOfTheBatchMeans() {
    // As many requests in each batch: what is left out and what is counted are then the same.
    Sample baseline = even(1, 1);
    Sample candidate = even(2, 1.2);
    Pair pair = new Pair(baseline, candidate);
    assertThat(pair.refusal()).isNull();
    BatchComparison found = pair.compare((b, c) -> new double[] {mean(c) - mean(b)}).get(0);
    BatchComparison welch = BatchComparison.of(baseline.batchMeans(), candidate.batchMeans());
    assertThat(found.delta()).isCloseTo(welch.delta(), within(1e-6));
    assertThat(found.low()).isCloseTo(welch.low(), within(1e-6));
    assertThat(found.high()).isCloseTo(welch.high(), within(1e-6));
    assertThat(found.confidencePercent()).isEqualTo(97);
  }

  @Test
  void aFigureThatIsNotThereIsNotJudged() {
    Pair pair = new Pair(even(1, 1), even(2, 1));
    List<BatchComparison> found =
        pair.compare((b, c) -> new double[] {Double.NaN, b.without() == 2 ? Double.NaN : 1, 7});
    assertThat(found.get(0).delta()).isNull();
    assertThat(found.get(0).refusal()).isEqualTo(Refusal.NO_FIGURE);
    assertThat(found.get(1).delta()).isEqualTo(1);
    assertThat(found.get(1).refusal()).isEqualTo(Refusal.TOO_SHORT);
    assertThat(found.get(2).refusal()).isNull();
  }

  @Test
  void spreadIsThatOfASample() {
    MadeRun run = new MadeRun();
    for (int us : new int[] {1, 2, 3, 4}) {
      run.add("GET /", MadeRun.START + us, us, 0L, 0L, null);
    }
    Sample sample = Sample.of(run.requests, true);
    Variation found = Variation.of(Part.whole(sample), sample.byDuration());
    assertThat(found.variation()).isCloseTo(Math.sqrt(5.0 / 3) / 2.5, within(1e-12));
  }

  @Test
  void aRarePageHasAFigureAndNoInterval() {
    MadeRun baseline = MadeRun.plain(5, 500, 0, 1);
    MadeRun candidate = MadeRun.plain(6, 500, 0, 1);
    for (MadeRun run : List.of(baseline, candidate)) {
      for (int i = 0; i < 19; i++) {
        run.add("GET /rare", MadeRun.START + i * 15_000_000L, 300_000 + i, 10L, 20L, null);
      }
    }
    List<Comparison> rows =
        RunComparison.of(baseline.tables("a"), candidate.tables("b")).stream()
            .filter(r -> "GET /rare".equals(r.endpoint()))
            .toList();
    assertThat(rows)
        .isNotEmpty()
        .allMatch(r -> r.deltaUs() != null && r.refusal().equals("too_short"))
        .noneMatch(r -> r.measure().equals("shift"));
  }

  private static Sample even(long seed, double factor) {
    Random random = new Random(seed);
    MadeRun run = new MadeRun();
    for (int i = 0; i < 600; i++) {
      long us = Math.round(factor * (100_000 + random.nextInt(50_000)));
      run.add("GET /", MadeRun.START + i * 200_000L, us, 0L, 0L, null);
    }
    return Sample.of(run.requests, true);
  }

  private static double mean(Part part) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < part.sample().size(); i++) {
      if (part.has(i)) {
        sum += part.sample().totalUs(i);
        n++;
      }
    }
    return sum / n;
  }
}
