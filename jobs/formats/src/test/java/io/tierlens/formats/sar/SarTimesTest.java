package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up recordings over midnights, changes of clocks and restarts, read back. */
class SarTimesTest {

  /** What one row must say of its interval, in seconds since the epoch. */
  private record Expected(String item, long start, long end) {}

  /** Prints samples as sar does. */
  private static final class Printer {
    private final Random random;
    private final DateTimeZone zone;
    private final DateTimeFormatter time;
    private final StringBuilder text = new StringBuilder();
    private final List<Expected> expected = new ArrayList<>();

    Printer(Random random, DateTimeZone zone, boolean twelveHour) {
      this.random = random;
      this.zone = zone;
      time =
          DateTimeFormat.forPattern(twelveHour ? "hh:mm:ss a" : "HH:mm:ss")
              .withZone(zone)
              .withLocale(Locale.ENGLISH);
    }

    void banner(long instant) {
      text.append("Linux 6.1 (vm) \t")
          .append(DateTimeFormat.forPattern("yyyy-MM-dd").withZone(zone).print(instant * 1000))
          .append(" \t_x86_64_\t(2 CPU)\n\n");
    }

    private String at(long instant) {
      return time.print(instant * 1000);
    }

    void restart(long instant) {
      text.append(at(instant)).append("  LINUX RESTART\t(2 CPU)\n\n");
    }

    void sections(List<Long> samples) {
      section(samples, " proc/s cswch/s", random.nextBoolean(), "");
      section(samples, " DEV tps rkB/s", random.nextBoolean(), "sda", "sdb");
      section(samples, " CPU total/s dropd/s", true, "all", "0", "1");
    }

    private void section(List<Long> samples, String header, boolean repeat, String... items) {
      int untilHeader = 0;
      for (int i = 1; i < samples.size(); i++) {
        if (untilHeader-- == 0) {
          text.append(i > 1 ? "\n" : "").append(at(samples.get(i - 1))).append(header).append('\n');
          untilHeader = repeat ? 1 + random.nextInt(5) : -1;
        }
        for (String item : items) {
          text.append(at(samples.get(i))).append(' ').append(item).append(" 1.00 2.00\n");
          expected.add(new Expected(item, samples.get(i - 1), samples.get(i)));
        }
      }
      text.append("Average: ").append(items[0]).append(" 1.00 2.00\n\n");
    }
  }

  private static List<Long> samples(Random random, long from, int count, int longest) {
    List<Long> samples = new ArrayList<>();
    long at = from;
    for (int i = 0; i < count; i++) {
      samples.add(at);
      at += 1 + random.nextInt(longest);
    }
    return samples;
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-11-22T22:00:00, 600",
    "America/New_York, 2026-10-31T20:00:00, 600",
    "America/New_York, 2026-11-01T00:50:00, 120",
    "America/New_York, 2026-11-01T01:10:00, 3600",
    "America/New_York, 2026-03-07T23:00:00, 600",
    "Europe/Berlin, 2026-10-25T00:30:00, 900",
    "Australia/Lord_Howe, 2026-04-04T23:00:00, 600",
    "Asia/Kolkata, 2026-02-27T12:00:00, 7200",
    "UTC, 2026-12-31T23:59:00, 2",
  })
  void intervalsAreReadBack(String id, String from, int longest) {
    DateTimeZone zone = DateTimeZone.forID(id);
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, id);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Printer printer = new Printer(random, zone, random.nextBoolean());
      long begin = new DateTime(from, zone).getMillis() / 1000;
      printer.banner(begin);
      int segments = 1 + random.nextInt(3);
      for (int segment = 0; segment < segments; segment++) {
        if (segment > 0) {
          printer.restart(begin);
        }
        List<Long> samples = samples(random, begin, 2 + random.nextInt(60), longest);
        if (random.nextInt(3) == 0) {
          // As printed live: all sections of a sample, then those of the next.
          for (int i = 1; i < samples.size(); i++) {
            printer.sections(samples.subList(i - 1, i + 1));
          }
        } else {
          printer.sections(samples);
        }
        begin = samples.get(samples.size() - 1) + random.nextInt(longest);
      }
      Reading reading = Reading.of(new SarText(), options, printer.text.toString());
      assertThat(reading.reasons()).as("seed %s", seed).isEmpty();
      assertThat(reading.account().lines()).isEqualTo(reading.lines());
      List<Expected> found =
          reading.rows().stream()
              .filter(row -> row.figure("value") == 1.0)
              .map(
                  row ->
                      new Expected(
                          row.containsKey("item") ? row.text("item") : "",
                          row.whole("interval_start") / 1_000_000,
                          row.whole("interval_end") / 1_000_000))
              .toList();
      assertThat(found).as("seed %s", seed).isEqualTo(printer.expected);
    }
  }
}
