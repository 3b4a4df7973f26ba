package io.tierlens.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.EndpointTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndpointMixTest {

  @Test
  void withinAndMixAreTheWholeDifference() {
    Random random = new Random(20090123);
    for (int round = 0; round < 500; round++) {
      List<EndpointTier> a = rows(random);
      List<EndpointTier> b = rows(random);
      EndpointMix mix = EndpointMix.between(a, b);
      assertThat(mix.withinUs() + mix.mixUs()).isCloseTo(mean(b) - mean(a), within(1e-3));
    }
  }

  @Test
  void theSamePagesAreNoMix() {
    List<EndpointTier> a = List.of(row("a", 10, 1e6), row("b", 30, 2e6));
    List<EndpointTier> b = List.of(row("a", 5, 3e6), row("b", 15, 4e6));
    EndpointMix mix = EndpointMix.between(a, b);
    assertThat(mix.mixUs()).isZero();
    assertThat(mix.withinUs()).isEqualTo(2e6);
    assertThat(mix.matters()).isFalse();
  }

  @Test
  void otherPagesAreAllMix() {
    List<EndpointTier> a = List.of(row("a", 30, 1e6), row("b", 10, 2e6));
    List<EndpointTier> b = List.of(row("a", 10, 1e6), row("b", 30, 2e6));
    EndpointMix mix = EndpointMix.between(a, b);
    assertThat(mix.withinUs()).isZero();
    assertThat(mix.mixUs()).isEqualTo(0.5e6);
    assertThat(mix.matters()).isTrue();
  }

  private static List<EndpointTier> rows(Random random) {
    List<EndpointTier> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (random.nextInt(4) > 0 || i == 0) {
        rows.add(row("page" + i, 1 + random.nextInt(50), random.nextDouble() * 5e6));
      }
    }
    return rows;
  }

  private static EndpointTier row(String endpoint, long requests, double us) {
    return new EndpointTier(
        "p1", endpoint, "request", us, us, us, 1.0, requests, "totals", 0.0, true);
  }

  private static double mean(List<EndpointTier> rows) {
    double sum = rows.stream().mapToDouble(row -> row.requests() * row.meanUs()).sum();
    return sum / rows.stream().mapToLong(EndpointTier::requests).sum();
  }
}
