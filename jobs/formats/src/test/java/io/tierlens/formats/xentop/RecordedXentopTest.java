package io.tierlens.formats.xentop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;

/** Dumps of a real hypervisor's host with one guest. */
class RecordedXentopTest {

  private static byte[] resource(String name) {
    return Reading.resource("xentop/" + name);
  }

  private static ReadOptions scheduled() {
    return ReadOptions.NONE
        .with(ReadOptions.START, "2026-11-22T07:27:25-05:00")
        .with(ReadOptions.INTERVAL, "2s");
  }

  @Test
  void figuresStandWhereACutByBlanksFindsThem() {
    String text = new String(resource("xentop_f_ts.txt"), StandardCharsets.UTF_8);
    List<Row> rows = Reading.of(new Xentop(), ReadOptions.NONE, text).rows();
    Map<Long, Row> byLine = new HashMap<>();
    rows.forEach(row -> byLine.put(row.line(), row));
    Map<String, Long> lastSeen = new HashMap<>();
    long sample = 0;
    int line = 0;
    int found = 0;
    for (String printed : text.lines().toList()) {
      line++;
      String[] word = printed.split(" +", -1);
      if (word[2].equals("NAME")) {
        sample = new BigDecimal(word[0]).movePointRight(6).longValueExact();
        continue;
      }
      found++;
      Row row = byLine.get((long) line);
      assertThat(row.whole("interval_end")).isEqualTo(sample);
      assertThat(row.get("interval_start")).isEqualTo(lastSeen.get(word[2]));
      assertThat(row.text("domain")).isEqualTo(word[2]);
      assertThat(row.text("state")).isEqualTo(word[3]);
      assertThat(row.figure("cpu_seconds")).isEqualTo(Double.parseDouble(word[4]));
      Double percent = lastSeen.containsKey(word[2]) ? Double.valueOf(word[5]) : null;
      assertThat(Objects.equals(row.figure("cpu_percent"), percent)).as(printed).isTrue();
      assertThat(row.whole("memory_kib")).isEqualTo(Long.parseLong(word[6]));
      assertThat(row.whole("vcpus")).isEqualTo(Long.parseLong(word[10]));
      assertThat(row.whole("guest_rx_kib")).isEqualTo(Long.parseLong(word[12]));
      assertThat(row.whole("guest_tx_kib")).isEqualTo(Long.parseLong(word[13]));
      assertThat(row.whole("vbd_reads")).isEqualTo(Long.parseLong(word[16]));
      assertThat(row.whole("vbd_writes")).isEqualTo(Long.parseLong(word[17]));
      assertThat(row.whole("vbd_read_sectors")).isEqualTo(Long.parseLong(word[18]));
      assertThat(row.whole("vbd_written_sectors")).isEqualTo(Long.parseLong(word[19]));
      lastSeen.put(word[2], sample);
    }
    assertThat(rows).hasSize(found).hasSizeGreaterThan(40);
  }

  @Test
  void samplesWithoutStampsAreSpacedByTheOptions() {
    Reading reading = Reading.of(new Xentop(), scheduled(), resource("xentop.txt"));
    assertThat(reading.rejects()).isEmpty();
    long start = DateTime.parse("2026-11-22T07:27:25-05:00").getMillis() * 1000;
    List<Long> ends = new ArrayList<>();
    for (Row row : reading.rows()) {
      if (row.text("domain").equals("Domain-0")) {
        ends.add(row.whole("interval_end") - start);
      }
    }
    assertThat(ends).hasSizeGreaterThan(10);
    for (int i = 0; i < ends.size(); i++) {
      assertThat(ends.get(i)).isEqualTo(i * 2_000_000L);
    }
  }

  @Test
  void withoutStampsAndOptionsTheReasonSaysWhatToTell() {
    Reading reading = Reading.of(new Xentop(), ReadOptions.NONE, resource("xentop.txt"));
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.account().lines()).isEqualTo(reading.lines());
    assertThat(reading.reasons())
        .isNotEmpty()
        .containsOnly(
            "the file has no stamps: options start and interval must tell when samples were taken");
  }

  @Test
  void extraLinesAreIgnoredByKind() {
    Reading reading = Reading.of(new Xentop(), scheduled(), resource("xentop_vxnf.txt"));
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().ignoredByKind().keySet())
        .containsExactly("CPU times of VCPUs", "block device", "column header");
    assertThat(reading.account().lines()).isEqualTo(reading.lines());
  }

  @Test
  void isRecognised() {
    for (String name : List.of("xentop.txt", "xentop_vxnf.txt", "xentop_f_ts.txt")) {
      String text = new String(resource(name), StandardCharsets.UTF_8);
      assertThat(new Xentop().sniff(Reading.head(text.strip())))
          .hasValueSatisfying(guess -> assertThat(guess.confidence()).isEqualTo(100));
    }
    assertThat(new Xentop().sniff(Reading.head("NAME STATE CPU(sec)\nnothing\n"))).isEmpty();
  }
}
