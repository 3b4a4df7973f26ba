package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

  @Test
  void isTheMedianOfAllDifferences() {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      int range = 1 + random.nextInt(round % 2 == 0 ? 5 : 1_000_000);
      long[] before = sorted(random, 1 + random.nextInt(12), range);
      long[] after = sorted(random, 1 + random.nextInt(12), range);
      double[] all = new double[before.length * after.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = after[i % after.length] - before[i / after.length];
      }
      Arrays.sort(all);
      double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
      assertThat(HodgesLehmann.of(before, after)).isEqualTo(median);
      assertThat(HodgesLehmann.of(after, before)).isEqualTo(-median);
    }
  }

  @Test
  void aFewLongRequestsDoNotMoveIt() {
    Random random = new Random(2);
    long[] before = sorted(random, 5_000, 1_000_000);
    long[] after = Arrays.stream(before).map(us -> us + 70_000).toArray();
    assertThat(HodgesLehmann.of(before, after)).isEqualTo(70_000);
    after[after.length - 1] = 1L << 50;
    assertThat(HodgesLehmann.of(before, after)).isBetween(69_900.0, 70_100.0);
    assertThat(HodgesLehmann.of(before, new long[0])).isNaN();
  }

  private static long[] sorted(Random random, int count, int range) {
    return random.longs(count, 0, range).sorted().toArray();
  }
}
