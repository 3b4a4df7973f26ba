package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a clock and a reader that stand still until told. */
class ProgressLineTest {
  private static final long MEGA = 1_000_000;

  private long nanos;
  private long bytes = 7 * MEGA;
  private ProgressLine line;

  @BeforeEach
  void begin() {
    line = new ProgressLine(() -> nanos, () -> bytes);
  }

  @Test
  void whatIsDoneAndForHowLong() {
    line.step("starting Spark", 0, 0);
    assertThat(after(0.4, 0)).isEqualTo("starting Spark (0 s)");
    assertThat(after(2, 0)).isEqualTo("starting Spark (2 s)");
  }

  @Test
  void howFarAndHowFastAndHowLongStill() {
    line.step("reading virtual", 3, 100 * MEGA);
    assertThat(after(0.5, 0)).isEqualTo("reading virtual, 0 of 3 (0 s)");
    assertThat(after(0.4, 4)).isEqualTo("reading virtual, 4.0 of 100 MB (0 s)");
    assertThat(after(0.1, 6)).isEqualTo("reading virtual, 10.0 of 100 MB, 10.0 MB/s (1 s)");
    assertThat(after(1, 10)).isEqualTo("reading virtual, 20.0 of 100 MB, 10.0 MB/s (2 s)");
    assertThat(after(1, 10))
        .isEqualTo("reading virtual, 30.0 of 100 MB, 10.0 MB/s, about 7 s left (3 s)");
    for (int i = 0; i < 6; i++) {
      after(1, 10);
    }
    assertThat(after(0.95, 9.5))
        .isEqualTo("reading virtual, 99.5 of 100 MB, 10.0 MB/s, about 1 s left (9 s)");
    assertThat(after(0.1, 0.5)).isEqualTo("reading virtual, 100 of 100 MB (10 s)");
  }

  @Test
  void aLongTimeIsInMinutes() {
    line.step("reading", 0, 10_000 * MEGA);
    after(1, 10);
    after(1, 10);
    assertThat(after(1, 10)).contains("30.0 of 10000 MB, 10.0 MB/s, about 17 min left");
  }

  @Test
  void noTimeLeftIsToldWhileTheRateIsNotSteady() {
    line.step("reading", 0, 1000 * MEGA);
    for (int i = 0; i < 10; i++) {
      after(1, 50);
    }
    assertThat(after(1, 50)).contains("50.0 MB/s, about 9 s left");
    for (int i = 0; i < 4; i++) {
      after(1, 1);
    }
    assertThat(after(1, 1)).contains(" MB/s (").doesNotContain("left");
  }

  @Test
  void aStallHasNoRate() {
    line.step("reading", 0, 100 * MEGA);
    after(1, 10);
    after(6, 0);
    assertThat(after(6, 0)).isEqualTo("reading, 10.0 of 100 MB (13 s)");
  }

  @Test
  void aTotalThatDoesNotHoldIsNotShown() {
    line.step("reading", 0, 10 * MEGA);
    assertThat(after(2, 10.4)).isEqualTo("reading, 10.0 of 10.0 MB (2 s)");
    assertThat(after(2, 10)).isEqualTo("reading, 20.4 MB, 5.1 MB/s (4 s)");
  }

  @Test
  void tasksAreCountedWhereTheBytesAreNotKnown() {
    line.step("writing", 4, 0);
    line.taskDone(0);
    assertThat(after(0, 0)).isEqualTo("writing, 1 of 4 (0 s)");
    for (int i = 0; i < 5; i++) {
      line.taskDone(0);
    }
    assertThat(after(0, 3)).isEqualTo("writing, 4 of 4 (0 s)");
  }

  @Test
  void rowsAreCountedWhereNothingElseIsKnown() {
    line.step("reading the tables", 0, 0);
    line.taskDone(19_146);
    assertThat(after(0.5, 0)).isEqualTo("reading the tables (0 s)");
    assertThat(after(0.6, 0)).isEqualTo("reading the tables, 19,146 rows read (1 s)");
  }

  @Test
  void aStepBeginsFromNothing() {
    line.step("one", 2, 10 * MEGA);
    line.taskDone(5);
    after(4, 5);
    line.step("two", 2, 10 * MEGA);
    assertThat(after(0, 0)).isEqualTo("two, 0 of 2 (4 s)");
    assertThat(after(1, 2)).isEqualTo("two, 2.0 of 10.0 MB, 2.0 MB/s (5 s)");
  }

  @Test
  void theLineFitsAndHidesNothing() {
    line.step("reading \033[2J" + "x".repeat(100), 0, 0);
    assertThat(line.text(79)).hasSize(79).contains("\\u001b[2J", "..").endsWith(" (0 s)");
  }

  private String after(double seconds, double megabytes) {
    nanos += (long) (seconds * 1e9);
    bytes += (long) (megabytes * MEGA);
    return line.text(200);
  }
}
