package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Mutations;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: no exception, and every line is accounted for. */
class SarFuzzTest {
  private static final ReadOptions NEW_YORK =
      ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");

  private static void holds(byte[] text, Object seed) {
    Reading reading = Reading.of(new SarText(), NEW_YORK, text);
    assertThat(reading.account().lines()).as("seed %s", seed).isEqualTo(reading.lines());
    for (Row row : reading.rows()) {
      assertThat(row.whole("interval_start")).isLessThan(row.whole("interval_end"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sar_A_C.txt", "sar_A_12h.txt", "sar_u_C.txt"})
  void damagedRecordings(String name) {
    byte[] whole = Reading.resource("sar/" + name);
    byte[] text = Arrays.copyOf(whole, Math.min(whole.length, 12_000));
    for (int seed = 0; seed < 300; seed++) {
      holds(Mutations.damage(text, new Random(seed)), seed);
    }
  }

  @Test
  void everyTruncationOfAShortText() {
    byte[] text =
        """
        Linux 6.1 (vm) \t11/22/26 \t_x86_64_\t(2 CPU)

        10:00:00 AM CPU %user %nice %system %idle
        10:00:02 AM all 1.00 0.00 2.00 97.00

        10:00:03 AM LINUX RESTART (2 CPU)

        10:00:04 AM FAN rpm DEVICE
        10:00:05 AM 1 3000 a b
        Average: 1 3000 a b
        """
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= text.length; length++) {
      holds(Arrays.copyOf(text, length), length);
    }
  }

  @Test
  void linesOfWordsThatSarUses() {
    String[] words = {
      "Linux",
      "(vm)",
      "11/22/26",
      "(2",
      "CPU)",
      "10:00:00",
      "23:59:59",
      "AM",
      "PM",
      "CPU",
      "%user",
      "%usr",
      "%nice",
      "%system",
      "%sys",
      "%idle",
      "all",
      "0",
      "1.00",
      "99,5",
      "N/A",
      "nan",
      "LINUX",
      "RESTART",
      "COM",
      "Average:",
      ":",
      "FILESYSTEM",
      "tps",
      "DEVICE",
      "10時00分05秒",
      "#",
      "-",
      "\u001b[31m",
      "12345678901234567890.12",
      "%",
      "18446744073709551615"
    };
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 30; line++) {
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
          text.append(words[random.nextInt(words.length)]).append(' ');
        }
        text.append('\n');
      }
      holds(text.toString().getBytes(StandardCharsets.UTF_8), seed);
    }
  }

  @Test
  void plainNoise() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] noise = new byte[random.nextInt(4000)];
      random.nextBytes(noise);
      holds(noise, seed);
    }
  }
}
