package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.MetricSample;
import io.tierlens.attribution.record.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostActivitiesTest {
  private static final long SECOND = 1_000_000;
  private static final Window RUN = new Window("run", 0, 100 * SECOND);

  private static MetricSample sample(
      long from, long to, String section, String item, String metric, Double value) {
    return new MetricSample("www", from * SECOND, to * SECOND, section, item, metric, value);
  }

  /** Sections as versions from 5.0 to 12.7 print them. */
  @ParameterizedTest
  @CsvSource({
    "cswch/s, , cswch/s, CONTEXT_SWITCHES",
    "proc/s, , cswch/s, CONTEXT_SWITCHES",
    "proc/s, , proc/s, FORKS",
    "INTR, sum, intr/s, INTERRUPTS",
    "INTR, 14, intr/s, ",
    "pgpgin/s, , fault/s, PAGE_FAULTS",
    "pgpgin/s, , majflt/s, MAJOR_FAULTS",
    "pgpgin/s, , pgpgin/s, PAGES_IN",
    "pgpgin/s, , pgpgout/s, PAGES_OUT",
    "pswpin/s, , pswpin/s, SWAP_IN",
    "pswpin/s, , pswpout/s, SWAP_OUT",
    "tps, , tps, DISK_TRANSFERS",
    "DEV, sda, tps, ",
    "PID, 4711, majflt/s, ",
    "kbmemfree, , kbmemfree, "
  })
  void columnsTellWhatWasDone(String section, String item, String metric, Activity kind) {
    List<HostActivity> rows =
        HostActivities.of(List.of(sample(0, 10, section, item, metric, 7.0)), RUN, List.of());
    if (kind == null) {
      assertThat(rows).isEmpty();
    } else {
      assertThat(rows).containsExactly(new HostActivity(null, "www", kind, 7, 10));
    }
  }

  @Test
  void meansAreOverTimeAndOfTheWindow() {
    List<MetricSample> samples =
        List.of(
            sample(0, 10, "proc/s", null, "proc/s", 1.0),
            sample(10, 12, "proc/s", null, "proc/s", 6.0),
            sample(12, 20, "proc/s", null, "proc/s", null),
            sample(20, 30, "proc/s", null, "proc/s", 100.0));
    List<Window> windows =
        List.of(new Window("a", 0, 12 * SECOND), new Window("b", 12 * SECOND, 20 * SECOND));
    List<HostActivity> rows = HostActivities.of(samples, RUN, windows);
    assertThat(rows).extracting(HostActivity::windowName).containsExactly(null, "a");
    assertThat(rows.get(0).perSecond()).isCloseTo((10 + 12 + 1_000) / 22.0, within(1e-9));
    assertThat(rows.get(1).perSecond()).isCloseTo(22 / 12.0, within(1e-9));
    assertThat(rows.get(1).seconds()).isEqualTo(12);
  }

  /** Of a sample that is cut off, at most a fifth may be outside. */
  @Test
  void samplesAtTheEdgeCountIfTheyAreMostlyInside() {
    List<MetricSample> samples = List.of(sample(0, 10, "proc/s", null, "proc/s", 1.0));
    for (long start : new long[] {2 * SECOND, 2 * SECOND + 1}) {
      Window window = new Window("w", start, 50 * SECOND);
      assertThat(HostActivities.of(samples, window, List.of()))
          .hasSize(start == 2 * SECOND ? 1 : 0);
    }
  }

  @Test
  void orderAndASecondCopyChangeNothing() {
    Random random = new Random(5);
    List<MetricSample> samples = new ArrayList<>();
    for (long i = 0; i < 50; i++) {
      samples.add(sample(2 * i, 2 * i + 2, "pgpgin/s", null, "fault/s", random.nextDouble() * 100));
    }
    List<HostActivity> once = HostActivities.of(samples, RUN, List.of());
    List<MetricSample> twice = new ArrayList<>(samples);
    twice.addAll(samples);
    Collections.shuffle(twice, random);
    assertThat(HostActivities.of(twice, RUN, List.of())).isEqualTo(once).hasSize(1);
  }
}
