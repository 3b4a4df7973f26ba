package io.tierlens.formats.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonLogTimeTest {
  private static final DateTimeFormatter SHORT =
      DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z").withLocale(Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormat.forPattern("dd/MMMM/yyyy:HH:mm:ss Z").withLocale(Locale.ENGLISH);

  private final CommonLogTime stamps = new CommonLogTime();

  @Test
  void agreesWithJodaOnAnyDayInAnyZone() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      // From 1800 to 2700, so that both kinds of century years are in.
      long second = -5_364_662_400L + (long) (random.nextDouble() * 28_000_000_000L);
      int minutes = random.nextInt(2 * 14 * 60) - 14 * 60;
      DateTime time = time(second, minutes);
      assertThat(read(SHORT.print(time))).isEqualTo(second * 1_000_000);
      assertThat(read(FULL.print(time))).isEqualTo(second * 1_000_000);
    }
  }

  /** Neighbouring stamps, where all but the seconds is remembered, over changes of the offset. */
  @Test
  void agreesWithJodaFromStampToStamp() {
    Random random = new Random(6);
    DateTimeZone newYork = DateTimeZone.forID("America/New_York");
    for (String change : new String[] {"2026-11-01T05:50:00Z", "2026-03-08T06:50:00Z"}) {
      long second = DateTime.parse(change).getMillis() / 1000;
      for (int i = 0; i < 3000; i++) {
        second += random.nextInt(4) - 1;
        DateTime time = new DateTime(second * 1000, newYork);
        assertThat(read(SHORT.print(time))).isEqualTo(second * 1_000_000);
      }
    }
  }

  /** With one byte changed, a stamp is refused, or it is the stamp of just that text. */
  @Test
  void acceptsNothingThatJodaWouldNotWrite() {
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 50_000; i++) {
      DateTime time = time(1_795_349_798L + random.nextInt(100_000_000), random.nextInt(600) - 300);
      DateTimeFormatter format = random.nextBoolean() ? SHORT : FULL;
      byte[] text = format.print(time).getBytes(ISO_8859_1);
      read(new String(text, ISO_8859_1));
      byte[] near = "0123456789 /:+-JFMaeyur\0\u00ff".getBytes(ISO_8859_1);
      text[random.nextInt(text.length)] = near[random.nextInt(near.length)];
      String changed = new String(text, ISO_8859_1).replace("-0000", "+0000");
      long read = read(changed);
      if (read != CommonLogTime.NOT_A_TIME) {
        accepted++;
        int sign = changed.charAt(changed.length() - 5) == '-' ? -1 : 1;
        int zone = Integer.parseInt(changed.substring(changed.length() - 4));
        DateTime again = time(read / 1_000_000, sign * (zone / 100 * 60 + zone % 100));
        DateTimeFormatter same = changed.indexOf('/', 3) == 6 ? SHORT : FULL;
        assertThat(same.print(again)).isEqualTo(changed);
      }
    }
    assertThat(accepted).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "22/Nov/2026:06:20:31",
        "22/Nov/2026:06:20:31 -0500 ",
        "29/Feb/2100:06:20:31 -0500",
        "31/Apr/2026:06:20:31 -0500",
        "00/Apr/2026:06:20:31 -0500",
        "22/nov/2026:06:20:31 -0500",
        "22/Novem/2026:06:20:31 -0500",
        "22/Nov/2026:24:20:31 -0500",
        "22/Nov/2026:06:60:31 -0500",
        "22/Nov/2026:06:20:60 -0500",
        "22/Nov/2026:06:20:31 -0560",
        "22/Nov/2026:06:20:31 -2400",
        "22/Nov/2026 06:20:31 -0500",
        "22-Nov-2026:06:20:31 -0500",
      })
  void refuses(String text) {
    assertThat(read(text)).isEqualTo(CommonLogTime.NOT_A_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"29/Feb/2000:23:59:59 +1400", "29/February/2096:00:00:00 -1200"})
  void acceptsLeapDays(String text) {
    DateTimeFormatter format = text.length() == 26 ? SHORT : FULL;
    assertThat(read(text)).isEqualTo(format.parseMillis(text) * 1000);
  }

  private static DateTime time(long second, int offsetMinutes) {
    return new DateTime(second * 1000, DateTimeZone.forOffsetMillis(offsetMinutes * 60_000));
  }

  private long read(String text) {
    byte[] bytes = ("[" + text + "]").getBytes(ISO_8859_1);
    return stamps.microseconds(bytes, 1, bytes.length - 1);
  }
}
