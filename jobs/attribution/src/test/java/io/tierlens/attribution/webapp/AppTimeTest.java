package io.tierlens.attribution.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppTimeTest {
  private static final long SECOND = 1_000_000;

  /**
   * Short pages, pages all of half a second (the worst for whole seconds), pages of all lengths.
   */
  @ParameterizedTest
  @CsvSource({
    "10000, 50000, 30",
    "480000, 520000, 30",
    "480000, 520000, 500",
    "100000, 3000000, 60",
    "100000, 3000000, 1000",
    "990000, 1010000, 200",
    "2000000, 9000000, 20"
  })
  void intervalHoldsTheTrueSumNineteenTimesInTwenty(int shortest, int longest, int requests) {
    Random random = new Random(50);
    int rounds = 1_000;
    int held = 0;
    double bias = 0;
    double spread = 0;
    for (int round = 0; round < rounds; round++) {
      AppTime app = new AppTime();
      double truth = 0;
      for (int i = 0; i < requests; i++) {
        long duration = shortest + (long) random.nextInt(longest - shortest);
        truth += duration;
        app.add(request(random.nextInt(1_000_000), duration, 5_000 + random.nextInt(40_000)));
      }
      held += truth >= app.lowUs() && truth <= app.highUs() ? 1 : 0;
      bias += app.sumUs() - truth;
      spread += (app.sumUs() - truth) * (app.sumUs() - truth);
    }
    assertThat((double) held / rounds).isGreaterThan(0.94);
    assertThat(bias / rounds).isCloseTo(0, within(4 * Math.sqrt(spread) / rounds));
  }

  @Test
  void intervalIsNoWiderThanWholeSecondsMakeIt() {
    Random random = new Random(51);
    AppTime app = new AppTime();
    int requests = 400;
    for (int i = 0; i < requests; i++) {
      app.add(request(random.nextInt(1_000_000), random.nextInt(5_000_000), 10_000));
    }
    assertThat((app.highUs() - app.lowUs()) / 2 / requests)
        .isLessThanOrEqualTo(1.96 * 0.5 * SECOND / Math.sqrt(requests));
  }

  @Test
  void exactDurationsHaveNoInterval() {
    AppTime app = new AppTime();
    WebRequest web = new WebRequest(1, "www", 0, 0, 900, "GET /", "/", 200, 1);
    AppEvent event = new AppEvent(1, "www", 10, 0, 700L, 0L, null, null, null, "/", true, 1);
    app.add(new TiedRequest(web, event));
    assertThat(app.sumUs()).isEqualTo(700);
    assertThat(app.lowUs()).isEqualTo(700);
    assertThat(app.highUs()).isEqualTo(700);
  }

  @Test
  void requestsWithoutPageWidenTheInterval() {
    AppTime app = new AppTime();
    WebRequest web = new WebRequest(1, "www", 0, 0, 1_000, "GET /", "/", 200, 1);
    AppEvent event = new AppEvent(1, "www", 10, 0, 500L, 0L, null, null, null, "/", true, 1);
    app.add(new TiedRequest(web, event));
    app.add(new TiedRequest(web, null));
    assertThat(app.sumUs()).isEqualTo(1_000);
    assertThat(app.lowUs()).isEqualTo(500);
    assertThat(app.highUs()).isEqualTo(1_500);
    assertThat(app.untold()).isEqualTo(1);
  }

  private static TiedRequest request(long startUs, long durationUs, long webUs) {
    long stamp = startUs / SECOND * SECOND;
    long whole = (startUs + durationUs) / SECOND * SECOND - stamp;
    WebRequest web =
        new WebRequest(1, "www", 0, SECOND - 1, durationUs + webUs, "GET /", "/", 200, 1);
    return new TiedRequest(
        web,
        new AppEvent(1, "www", stamp, SECOND - 1, whole, SECOND, null, null, null, "/", true, 1));
  }
}
