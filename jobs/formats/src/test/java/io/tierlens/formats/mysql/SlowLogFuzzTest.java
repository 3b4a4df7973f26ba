package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged logs: never an exception, and {@link Reading} sees every line accounted for. */
class SlowLogFuzzTest {

  enum Damage {
    TRUNCATED_HEAD,
    TRUNCATED_TAIL,
    LINES_GONE,
    LINES_SHUFFLED,
    BYTES_FLIPPED,
    BYTES_GONE
  }

  private static final String[] HOSTILE = {
    "# Time: 2026-11-22T10:56:46.813858Z",
    "# Time: ",
    "# User@Host: a[b] @ c [d]  Id:   9",
    "# Query_time: 1  Lock_time: 0 Rows_sent: 0  Rows_examined: 0",
    "SET timestamp=1;",
    "use x;",
    "/usr/sbin/mysqld, Version: 8.0.33 (x). started with:",
    "Tcp port: 0  Unix socket: (null)",
    "select 1;",
    "",
    ";",
    "#",
    "# explain: a\tb",
    "  Tmp_tables: 1",
    "# Schema:",
    "SET ;",
    "use ;",
    "# administrator command: Quit;",
    "\0",
    "'",
    "\r",
    "# User@Host:",
    "# Time: # User@Host: x @ y"
  };

  @ParameterizedTest
  @EnumSource(Damage.class)
  void nothingIsLost(Damage damage) throws IOException {
    byte[] log;
    try (InputStream in = getClass().getResourceAsStream("mariadb-10.11.log")) {
      log = in.readAllBytes();
    }
    Random random = new Random(damage.name().length());
    int rows = 0;
    int rejects = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = damage(damage, log, random);
      ReadOptions options =
          random.nextBoolean()
              ? ReadOptions.NONE
              : ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
      Reading reading = SlowLogs.read(damaged, options, 1 + random.nextInt(4_000));
      rows += reading.rows().size();
      rejects += reading.rejects().size();
      reading.rows().forEach(row -> assertThat(row.get("query_time_us")).isNotNull());
    }
    assertThat(rows).isPositive();
    assertThat(rejects).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void nothingIsLostOfLinesOfAnyOrder(Damage damage) {
    Random random = new Random(100 + damage.name().length());
    for (int round = 0; round < 2_000; round++) {
      StringBuilder log = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        log.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        log.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
      }
      byte[] damaged = damage(damage, log.toString().getBytes(ISO_8859_1), random);
      Reading reading = SlowLogs.read(damaged, ReadOptions.NONE, 1 + random.nextInt(300));
      assertThat(reading.account().lines()).isGreaterThanOrEqualTo(reading.rows().size());
    }
  }

  private static byte[] damage(Damage damage, byte[] log, Random random) {
    byte[] damaged = log.clone();
    return switch (damage) {
      case TRUNCATED_HEAD -> Arrays.copyOfRange(log, random.nextInt(log.length), log.length);
      case TRUNCATED_TAIL -> Arrays.copyOf(log, random.nextInt(log.length));
      case BYTES_GONE -> {
        int from = random.nextInt(log.length);
        int to = Math.min(log.length, from + random.nextInt(500));
        System.arraycopy(log, to, damaged, from, log.length - to);
        yield Arrays.copyOf(damaged, log.length - (to - from));
      }
      case BYTES_FLIPPED -> {
        for (int i = 1 + random.nextInt(100); i > 0; i--) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield damaged;
      }
      case LINES_GONE, LINES_SHUFFLED -> {
        List<String> lines = new ArrayList<>(new String(log, ISO_8859_1).lines().toList());
        if (damage == Damage.LINES_SHUFFLED) {
          int from = random.nextInt(lines.size());
          int to = Math.min(lines.size(), from + 20);
          Collections.shuffle(lines.subList(from, to), random);
        } else {
          for (int i = 1 + random.nextInt(20); i > 0 && !lines.isEmpty(); i--) {
            lines.remove(random.nextInt(lines.size()));
          }
        }
        yield String.join("\n", lines).getBytes(ISO_8859_1);
      }
    };
  }
}
