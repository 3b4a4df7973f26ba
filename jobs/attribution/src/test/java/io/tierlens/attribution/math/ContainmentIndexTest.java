package io.tierlens.attribution.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContainmentIndexTest {
  @Test
  void findsWhatAScanFinds() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      int count = random.nextInt(40);
      long[] starts = random.longs(count, 0, 30).toArray();
      long[] ends = new long[count];
      for (int i = 0; i < count; i++) {
        ends[i] = starts[i] + random.nextInt(random.nextInt(10) == 0 ? 100 : 6);
      }
      ContainmentIndex index = new ContainmentIndex(starts, ends);
      for (int probe = 0; probe < 20; probe++) {
        long by = random.nextInt(34) - 2L;
        long from = random.nextInt(34) - 2L;
        List<Integer> found = new ArrayList<>();
        index.forEach(by, from, found::add);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          if (starts[i] <= by && ends[i] >= from) {
            expected.add(i);
          }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }
}
