package io.tierlens.formats.xentop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counters tell of the interval that nobody wrote down. */
class SpacingTest {
  private static final Pattern BOUNDS = Pattern.compile("([0-9.]+) s to ([0-9.]+) s.*");

  private static ReadOptions told(String interval) {
    return ReadOptions.NONE
        .with(ReadOptions.START, "2026-11-22T12:27:25Z")
        .with(ReadOptions.INTERVAL, interval);
  }

  private static String fact(Reading reading) {
    return reading.observations().facts().get("interval by counters");
  }

  @Test
  void recordedStampsAreWhereTheCountersPutThem() {
    String recorded = Reading.text("xentop/xentop_f_ts.txt");
    // The first sample was printed late, as the program began: its stamp is 0.8 s behind it.
    String stamped = recorded.substring(recorded.indexOf("\n1795350446.280") + 1);
    double weighted = 0;
    double weights = 0;
    for (Row row : Reading.of(new Xentop(), ReadOptions.NONE, stamped).rows()) {
      if (row.text("domain").equals("www1") && row.figure("cpu_percent") != null) {
        double seconds = (row.whole("interval_end") - row.whole("interval_start")) / 1e6;
        weighted += seconds * row.figure("cpu_percent");
        weights += row.figure("cpu_percent");
      }
    }
    String bare = stamped.replaceAll("(?m)^\\S+ \\S+ ", "");
    Matcher bounds = BOUNDS.matcher(fact(Reading.of(new Xentop(), told("2s"), bare)));
    assertThat(bounds.matches()).isTrue();
    assertThat(weighted / weights)
        .isBetween(Double.valueOf(bounds.group(1)), Double.valueOf(bounds.group(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "2.03, 2s, 400, later than told",
    "2.03, 2030ms, 400, as told",
    "2.03, 3s, 400, earlier than told",
    "2.03, 2s, 4, cannot be told: no domain used 10 s of CPU",
  })
  void boundsHoldTheTrueInterval(double interval, String told, int samples, String words) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    double used = 17.4;
    for (int i = 0; i < samples; i++) {
      double share = random.nextDouble() * 2;
      used += i == 0 ? 0 : share * interval;
      text.append("NAME STATE CPU(sec) CPU(%)\n")
          .append("a -----r ")
          .append((long) used)
          .append(' ')
          .append(i == 0 ? "0.0" : String.valueOf(Math.round(share * 1000) / 10.0))
          .append("\nidle --b--- 3 0.0\n");
    }
    String fact = fact(Reading.of(new Xentop(), told(told), text.toString()));
    assertThat(fact).endsWith(words);
    Matcher bounds = BOUNDS.matcher(fact);
    if (bounds.matches()) {
      assertThat(interval)
          .isBetween(Double.valueOf(bounds.group(1)), Double.valueOf(bounds.group(2)));
      assertThat(Double.parseDouble(bounds.group(2)) - Double.parseDouble(bounds.group(1)))
          .isLessThan(0.02);
    }
  }

  @Test
  void stampsNeedNoEstimate() {
    assertThat(
            Reading.of(new Xentop(), told("2s"), Reading.resource("xentop/xentop_f_ts.txt"))
                .observations()
                .facts())
        .doesNotContainKey("interval by counters");
  }
}
