package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Damage;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged logs whose statements are above the cap, too: nothing is lost. */
class SlowLogCapsTest {
  private int rows;
  private int rejects;

  @Test
  void damagedRecordings() {
    Random caps = new Random(1);
    byte[] log = Reading.resource("mysql/mariadb-10.11.log");
    Damage.copies(
        log,
        2,
        2_000,
        damaged -> {
          Reading reading = SlowLogs.read(damaged, ReadOptions.NONE, 1 + caps.nextInt(4_000));
          assertThat(reading.account().recordLines()).isEqualTo(reading.rows().size());
          rows += reading.rows().size();
          rejects += reading.rejects().size();
        });
    assertThat(rows).isPositive();
    assertThat(rejects).isPositive();
  }

  @Test
  void aCapThatCutsHeaders() {
    byte[] log = Reading.resource("mysql/mariadb-10.11.log");
    for (int cap = 1; cap < 300; cap++) {
      Reading reading = SlowLogs.read(log, ReadOptions.NONE, cap);
      assertThat(reading.rows().size() + reading.rejects().size()).isEqualTo(30);
    }
  }
}
