package io.tierlens.formats.xentop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dumps that the real program of each version printed of made-up values, read by another reader
 * into {@code EXPECTED.tsv}; and odd ones of a real machine.
 */
class XentopVersionsTest {
  private static final Pattern MEAN = Pattern.compile("'([^']*)': ([0-9.]+)");
  private static final ReadOptions SCHEDULED =
      ReadOptions.NONE
          .with(ReadOptions.START, "2009-01-23T10:58:20Z")
          .with(ReadOptions.INTERVAL, "1s");

  private static Reading read(String name) {
    return Reading.of(new Xentop(), SCHEDULED, Reading.resource("xentop/versions/" + name));
  }

  @SuppressWarnings("unused") // by the name in MethodSource
  static Stream<Arguments> expected() {
    return Reading.text("xentop/versions/EXPECTED.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> Arguments.of(cells[0], List.of(cells)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void readsAsExpected(String file, List<String> expected) {
    Reading reading = read(file);
    assertThat(reading.rejects()).isEmpty();
    Map<String, String> facts = reading.observations().facts();
    assertThat(facts).containsEntry("samples", expected.get(1));
    assertThat(reading.rows()).hasSize(Integer.parseInt(expected.get(2)));
    assertThat(facts).containsEntry("domains", expected.get(3));
    long clocks = Long.parseLong(expected.get(4));
    // Three lines a sample: the clock, the domains and the memory.
    assertThat(reading.ignored().getOrDefault("summary", 0L)).isEqualTo(3 * clocks);
    assertThat(facts.get("stamps"))
        .isEqualTo(
            clocks > 0
                ? "time of day as printed, date of option start"
                : "options start and interval");
    assertThat(firstSample(reading)).isNotEmpty().allMatch(row -> row.get("cpu_percent") == null);
    assertThat(
            reading.rows().stream()
                .map(row -> row.figure("cpu_percent"))
                .filter(Objects::nonNull)
                .max(Double::compare))
        .contains(Double.valueOf(expected.get(6)));
    assertThat(meanByDomain(reading)).isEqualTo(expectedMeans(expected.get(7)));
  }

  private static List<Row> firstSample(Reading reading) {
    long first = reading.rows().get(0).whole("interval_end");
    return reading.rows().stream().filter(row -> row.whole("interval_end") == first).toList();
  }

  private static Map<String, Double> meanByDomain(Reading reading) {
    Map<String, double[]> sums = new HashMap<>();
    for (Row row : reading.rows()) {
      if (row.figure("cpu_percent") != null) {
        double[] sum = sums.computeIfAbsent(row.text("domain"), name -> new double[2]);
        sum[0] += row.figure("cpu_percent");
        sum[1]++;
      }
    }
    Map<String, Double> means = new HashMap<>();
    sums.forEach((name, sum) -> means.put(name, Math.round(sum[0] / sum[1] * 10) / 10.0));
    return means;
  }

  private static Map<String, Double> expectedMeans(String printed) {
    Map<String, Double> means = new HashMap<>();
    Matcher mean = MEAN.matcher(printed);
    while (mean.find()) {
      means.put(mean.group(1), Double.valueOf(mean.group(2)));
    }
    assertThat(means).isNotEmpty();
    return means;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void oneBusyGuestReadsAlikeWhateverTheVersion(String file, List<String> expected) {
    assertThat(expected).isNotEmpty();
    boolean since40 = !file.contains("-3.");
    List<Row> www =
        read(file).rows().stream().filter(row -> row.text("domain").equals("www")).toList();
    assertThat(www).hasSize(3);
    Row last = www.get(2);
    assertThat(last)
        .containsEntry("cpu_seconds", 128543.0)
        .containsEntry("cpu_percent", 741.2)
        .containsEntry("memory_kib", 16777216L)
        .containsEntry("vcpus", 8)
        .containsEntry("state", "--b---")
        .containsEntry("vbd_oo", 16722L)
        .containsEntry("vbd_reads", 960176708L)
        .containsEntry("vbd_writes", 145244366L)
        .containsEntry(since40 ? "guest_rx_kib" : "guest_tx_kib", 9081557L)
        .containsEntry(since40 ? "guest_tx_kib" : "guest_rx_kib", 91031157L);
    assertThat(last.get("vbd_read_sectors")).isEqualTo(since40 ? 840767291L : null);
    assertThat(last.get("vbd_written_sectors")).isEqualTo(since40 ? 2768512820L : null);
    assertThat(last.get("host_cpus")).isEqualTo(file.contains("3.0.3") ? 8 : null);
    assertThat(last.figure("vbd_reads_per_s")).isCloseTo(200, within(1e-9));
    assertThat(last.figure("vbd_writes_per_s")).isCloseTo(14, within(1e-9));
    assertThat(last.figure(since40 ? "guest_rx_kib_per_s" : "guest_tx_kib_per_s"))
        .isCloseTo(10, within(1e-9));
    assertThat(last.figure(since40 ? "guest_tx_kib_per_s" : "guest_rx_kib_per_s"))
        .isCloseTo(50, within(1e-9));
    assertThat(www.get(0))
        .doesNotContainKeys("interval_start", "vbd_reads_per_s", "guest_tx_kib_per_s");
  }

  @Test
  void clockOfTheOldestIsTheTimeOfItsSamples() {
    assertThat(read("harness-3.0.3-b.txt").all("interval_end").stream().distinct())
        .containsExactly(
            DateTime.parse("2009-01-23T10:58:20Z").getMillis() * 1000,
            DateTime.parse("2009-01-23T10:58:21Z").getMillis() * 1000,
            DateTime.parse("2009-01-23T10:58:22Z").getMillis() * 1000);
  }

  @Test
  void extraLinesOfANewVersion() {
    Reading reading = read("harness-4.22.0-bnxv.txt");
    assertThat(reading.ignored().keySet())
        .containsExactly(
            "CPU times of VCPUs", "block device", "column header", "network interface");
  }

  @Test
  void namesAreCutUnlessToldNotToBe() {
    Reading full = read("real-odd-xentop_f.txt");
    Reading cut = read("real-odd-xentop_n.txt");
    assertThat(full.rejects()).isEmpty();
    assertThat(cut.rejects()).isEmpty();
    assertThat(full.all("domain")).contains("www1-shop-frontend").hasSize(9);
    assertThat(cut.all("domain")).contains("www1-shop-").hasSize(9);
    assertThat(cut.ignored()).containsEntry("network interface", 3L);
    assertThat(cut.rows().get(5).figure("vbd_writes_per_s")).isEqualTo(9);
  }
}
