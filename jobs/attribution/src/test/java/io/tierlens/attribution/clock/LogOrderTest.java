package io.tierlens.attribution.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogOrderTest {
  private static final long SECOND = 1_000_000;

  private record Truth(long startUs, long durationUs) {
    long endUs() {
      return startUs + durationUs;
    }
  }

  @Test
  void trueStartStaysInsideAndTheRangeNarrows() {
    List<Truth> truths = truths(new Random(4));
    truths.sort(Comparator.comparingLong(Truth::endUs));
    LogOrder order = LogOrder.of(lines(truths));
    double width = 0;
    for (int i = 0; i < truths.size(); i++) {
      long start = truths.get(i).startUs();
      assertThat(start).isBetween(order.earliestStartUs(i), order.latestStartUs(i));
      width += order.latestStartUs(i) - order.earliestStartUs(i);
    }
    assertThat(width / truths.size()).isLessThan(0.5 * SECOND);
  }

  @Test
  void linesInNoOrderAreLeftAsTheyAre() {
    List<Truth> truths = truths(new Random(5));
    Collections.shuffle(truths, new Random(6));
    List<WebRequest> lines = lines(truths);
    LogOrder order = LogOrder.of(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(order.earliestStartUs(i)).isEqualTo(lines.get(i).startUs());
      assertThat(order.latestStartUs(i)).isEqualTo(lines.get(i).startUs() + SECOND - 1);
    }
  }

  private static List<Truth> truths(Random random) {
    List<Truth> truths = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      truths.add(
          new Truth(
              random.nextInt(100) * SECOND + random.nextInt(1_000_000), random.nextInt(3_000_000)));
    }
    return truths;
  }

  private static List<WebRequest> lines(List<Truth> truths) {
    List<WebRequest> lines = new ArrayList<>();
    for (Truth truth : truths) {
      long stamp = truth.startUs() / SECOND * SECOND;
      int line = lines.size();
      lines.add(
          new WebRequest(
              line, "www", stamp, SECOND - 1, truth.durationUs(), "GET /", "/", 200, line));
    }
    return lines;
  }
}
