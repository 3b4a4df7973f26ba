package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.math.StudentT;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
  private static final List<String> TIERS = List.of("web", "app", "db");

  @ParameterizedTest
  @CsvSource({"1, 12.7062", "2, 4.3027", "5, 2.5706", "10, 2.2281", "30, 2.0423", "1e7, 1.95996"})
  void quantilesAreThoseOfTheTables(double degreesOfFreedom, double t) {
    assertThat(StudentT.twoSided(0.05, degreesOfFreedom)).isCloseTo(t, within(5e-5));
  }

  @Test
  void cauchyTailIsExact() {
    // One degree of freedom: the tail is an arc tangent.
    for (double t = 0.1; t < 50; t *= 1.7) {
      assertThat(StudentT.exceeding(t, 1)).isCloseTo(1 - 2 / Math.PI * Math.atan(t), within(1e-12));
    }
  }

  @Test
  void equalRunsRarelyDiffer() {
    Random random = new Random(7);
    int compared = 0;
    int alarms = 0;
    for (int i = 0; i < 4_000; i++) {
      MeanDifference difference = Difference.ofMeans(noise(random, 0), noise(random, 0));
      if (difference.refusal() == null) {
        compared++;
        alarms += difference.verdict() == Verdict.NOT_SIGNIFICANT ? 0 : 1;
      }
    }
    assertThat(compared).isGreaterThan(2_000);
    assertThat((double) alarms / compared).isBetween(0.03, 0.07);
  }

  @Test
  void realChangeIsFoundWithItsSign() {
    Random random = new Random(8);
    int slower = 0;
    int faster = 0;
    int compared = 0;
    for (int i = 0; i < 500; i++) {
      RunTier base = noise(random, 0);
      RunTier slow = noise(random, 8);
      slower += Difference.ofMeans(base, slow).verdict() == Verdict.SLOWER ? 1 : 0;
      faster += Difference.ofMeans(slow, base).verdict() == Verdict.FASTER ? 1 : 0;
      compared += Difference.ofMeans(base, slow).refusal() == null ? 1 : 0;
    }
    assertThat(slower).isEqualTo(faster).isEqualTo(compared).isGreaterThan(250);
  }

  @Test
  void refusesWithItsReason() {
    Random random = new Random(9);
    RunTier good = row("db", 100.0, List.of(99.0, 101.0, 98.0, 102.0, 99.0, 101.0, 98.0, 102.0));
    RunTier brief = row("db", 100.0, List.of());
    RunTier drifting =
        row("db", 100.0, List.of(90.0, 92.0, 95.0, 99.0, 103.0, 105.0, 107.0, 109.0));
    assertThat(Difference.ofMeans(good, noise(random, 0, "db")).tier()).isEqualTo("db");
    assertThat(Difference.ofMeans(good, brief).refusal()).isEqualTo(Refusal.TOO_SHORT);
    assertThat(Difference.ofMeans(drifting, good).refusal()).isEqualTo(Refusal.DRIFTING);
    assertThat(Difference.ofMeans(row("db", null, List.of()), good).refusal())
        .isEqualTo(Refusal.NO_FIGURE);
    assertThat(Difference.ofMeans(good, brief).deltaUs()).isZero();
    assertThat(Difference.ofMeans(good, brief).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThatThrownBy(() -> Difference.ofMeans(good, row("web", 1.0, List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("web");
  }

  @Test
  void splitSumsToTheDifferenceWhateverTheMix() {
    Random random = new Random(10);
    for (int round = 0; round < 300; round++) {
      List<EndpointTier> before = endpoints(random);
      List<EndpointTier> after = endpoints(random);
      MeanSplit split = Difference.split(before, after, "w");
      double expected = mean(after) - mean(before);
      assertThat(split.totalUs()).isCloseTo(expected, within(1e-6));
      double sum = 0;
      for (String tier : TIERS) {
        for (Component component : Component.values()) {
          sum += split.sumUs(tier, component);
        }
      }
      assertThat(sum).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void sameMixHasNoMixPart() {
    Random random = new Random(11);
    List<EndpointTier> before = endpoints(random);
    List<EndpointTier> after =
        before.stream()
            .map(row -> row(row.endpoint(), row.tier(), row.meanUs() * 2, row.requests() * 3))
            .toList();
    MeanSplit split = Difference.split(before, after, "w");
    for (String tier : TIERS) {
      assertThat(split.sumUs(tier, Component.MIX)).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void tierWithoutMeansLeavesTheRequestWhole() {
    List<EndpointTier> before =
        List.of(row("/a", "request", 10.0, 2), row("/a", "web", 10.0, 2), row("/a", "db", null, 2));
    List<EndpointTier> after =
        List.of(row("/a", "request", 14.0, 2), row("/a", "web", 14.0, 2), row("/a", "db", null, 2));
    MeanSplit split = Difference.split(before, after, "w");
    assertThat(split.parts()).allMatch(part -> part.tier().equals("request"));
    assertThat(split.totalUs()).isEqualTo(4);
  }

  private static List<EndpointTier> endpoints(Random random) {
    List<EndpointTier> rows = new ArrayList<>();
    for (String endpoint : List.of("/a", "/b", "/c", "/d")) {
      if (random.nextInt(4) == 0 && !endpoint.equals("/a")) {
        continue;
      }
      long requests = 1L + random.nextInt(50);
      double whole = 0;
      for (String tier : TIERS) {
        double mean = random.nextInt(1_000_000);
        whole += mean;
        rows.add(row(endpoint, tier, mean, requests));
      }
      rows.add(row(endpoint, "request", whole, requests));
    }
    return rows;
  }

  private static double mean(List<EndpointTier> rows) {
    double sum = 0;
    double requests = 0;
    for (EndpointTier row : rows) {
      if (row.tier().equals("request")) {
        sum += row.meanUs() * row.requests();
        requests += row.requests();
      }
    }
    return sum / requests;
  }

  private static EndpointTier row(String endpoint, String tier, Double mean, long requests) {
    return new EndpointTier(
        "w", endpoint, tier, mean, mean, mean, null, requests, "L1c", 0.0, mean != null);
  }

  private static RunTier noise(Random random, double more) {
    return noise(random, more, "app");
  }

  private static RunTier noise(Random random, double more, String tier) {
    List<Double> batches = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      double value = 100 + more + random.nextGaussian();
      batches.add(value);
      sum += value;
    }
    return row(tier, sum / 8, batches);
  }

  private static RunTier row(String tier, Double mean, List<Double> batches) {
    return new RunTier(
        null,
        tier,
        mean,
        mean,
        mean,
        null,
        200,
        null,
        null,
        null,
        null,
        batches,
        "totals",
        0.0,
        mean != null);
  }
}
