package io.tierlens.attribution.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void partsInAdjoiningIntervalsSumToTheRequests() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      List<TiedRequest> requests = new ArrayList<>();
      double seconds = 0;
      for (int i = 0; i < 30; i++) {
        long duration = random.nextInt(3) == 0 ? 0 : random.nextInt(5_000);
        requests.add(request(random.nextInt(10_000), duration));
        seconds += duration;
      }
      long[] starts = {0, 1_000, 1_001, 7_777, 12_000};
      long[] ends = {1_000, 1_001, 7_777, 12_000, 20_000};
      Exposure exposure = new Exposure(requests, starts, ends);
      double shares = 0;
      double active = 0;
      for (int i = 0; i < starts.length; i++) {
        shares += exposure.requests(i);
        active += exposure.activeUs(i);
      }
      assertThat(shares).isCloseTo(requests.size(), within(1e-9));
      assertThat(active).isCloseTo(seconds, within(1e-6));
    }
  }

  @Test
  void edgesAreHalfOpen() {
    List<TiedRequest> requests = List.of(request(1_000, 1_000));
    assertThat(Exposure.requestsIn(requests, 0, 1_000)).isZero();
    assertThat(Exposure.requestsIn(requests, 1_000, 1_250)).isEqualTo(0.25);
    assertThat(Exposure.requestsIn(requests, 1_999, 9_000)).isEqualTo(0.001);
    assertThat(Exposure.requestsIn(requests, 2_000, 9_000)).isZero();
  }

  private static TiedRequest request(long startUs, long durationUs) {
    return new TiedRequest(
        new WebRequest(startUs, "www", startUs, 0, durationUs, "GET /", "/", 200, startUs), null);
  }
}
