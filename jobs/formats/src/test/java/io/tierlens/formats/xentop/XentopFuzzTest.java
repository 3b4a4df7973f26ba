package io.tierlens.formats.xentop;

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
class XentopFuzzTest {
  private static final ReadOptions SCHEDULED =
      ReadOptions.NONE
          .with(ReadOptions.START, "2009-01-23T10:00:00-05:00")
          .with(ReadOptions.INTERVAL, "2s")
          .with(ReadOptions.TIME_ZONE, "America/New_York");

  private static void holds(byte[] text, Object seed) {
    Reading reading = Reading.of(new Xentop(), SCHEDULED, text);
    assertThat(reading.account().lines()).as("seed %s", seed).isEqualTo(reading.lines());
    for (Row row : reading.rows()) {
      assertThat(row).containsKeys("interval_end", "domain");
      if (row.containsKey("interval_start")) {
        assertThat(row.whole("interval_start")).isLessThanOrEqualTo(row.whole("interval_end"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xentop.txt", "xentop_f_ts.txt", "xentop_vxnf.txt"})
  void damagedRecordings(String name) {
    byte[] text = Reading.resource("xentop/" + name);
    for (int seed = 0; seed < 300; seed++) {
      holds(Mutations.damage(text, new Random(seed)), seed);
    }
  }

  @Test
  void everyTruncation() {
    byte[] text = Arrays.copyOf(Reading.resource("xentop/xentop_f_ts.txt"), 900);
    for (int length = 0; length <= text.length; length++) {
      holds(Arrays.copyOf(text, length), length);
    }
  }

  @Test
  void linesOfWordsThatXentopUses() {
    String[] words = {
      "NAME",
      "STATE",
      "CPU(sec)",
      "CPU(%)",
      "VCPUS",
      "VBD_RSECT",
      "NETTX(k)",
      "www",
      "Domain-0",
      "--b---",
      "-----r",
      "dsbcpr",
      "10",
      "0.5",
      "no",
      "limit",
      "n/a",
      "-",
      "1232722800.5",
      "2009-01-23",
      "10:00:00",
      "2009-01-23T10:00:00Z",
      "Fri",
      "Jan",
      "23",
      "2009",
      "EST",
      "PM",
      "xentop",
      "Xen",
      "3.0.3",
      "VCPUs(sec):",
      "0:",
      "5s",
      "VBD",
      "Net0",
      "RX:",
      "[x]",
      "Mem:",
      "18446744073709551615",
      "9999-99-99T99:99:99+99:99",
      "9999999999999999"
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
  void thousandsOfDomains() {
    StringBuilder text = new StringBuilder();
    for (int sample = 0; sample < 2; sample++) {
      text.append("NAME STATE CPU(sec) CPU(%)\n");
      for (int domain = 0; domain < 1000; domain++) {
        text.append("vm").append(domain).append(" -----r ").append(sample).append(" 12.5\n");
      }
    }
    Reading reading = Reading.of(new Xentop(), SCHEDULED, text.toString());
    assertThat(reading.rows()).hasSize(2000);
    assertThat(reading.rows().stream().filter(row -> row.figure("cpu_percent") == null))
        .hasSize(1000);
    assertThat(reading.observations().facts()).containsEntry("domains", "1000");
  }
}
