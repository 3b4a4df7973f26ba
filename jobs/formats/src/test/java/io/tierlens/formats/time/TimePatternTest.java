package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Ascii;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePatternTest {
  private static final DateTimeZone NEW_YORK = DateTimeZone.forID("America/New_York");

  private static final long NOT_A_TIME = TimeParts.NOT_A_TIME;

  /** The second that a text tells which strftime printed with a format. */
  private static long read(TimeParts parts, String format, String text) {
    byte[] bytes = Ascii.bytes(text);
    TimePattern pattern = TimePattern.ofStrftime(format).orElse(null);
    if (pattern == null
        || !TimePart.tellInstant(pattern.parts())
        || pattern.read(bytes, 0, bytes.length, parts) != bytes.length) {
      return NOT_A_TIME;
    }
    long micros = parts.microseconds();
    return micros == NOT_A_TIME ? NOT_A_TIME : micros / 1_000_000;
  }

  /** What Joda prints for each format is read as the same instant. */
  @Test
  void everyFormatComesBack() {
    List<String[]> formats =
        List.of(
            new String[] {"%d/%b/%Y:%H:%M:%S %z", "dd/MMM/yyyy:HH:mm:ss Z"},
            new String[] {"%d/%B/%Y:%H:%M:%S %z", "dd/MMMM/yyyy:HH:mm:ss Z"},
            new String[] {"%F %T %z", "yyyy-MM-dd HH:mm:ss Z"},
            new String[] {"%A, %D %r %z", "EEEE, MM/dd/yy hh:mm:ss a Z"},
            new String[] {"%a %h %d %X %Y %z", "EEE MMM dd HH:mm:ss yyyy Z"},
            new String[] {"%j %d.%m.%y %I:%M:%S%p%z", "DDD dd.MM.yy hh:mm:ssaZ"});
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      DateTime time =
          new DateTime(2000, 1, 1, 0, 0, DateTimeZone.forOffsetHours(random.nextInt(25) - 12))
              .plusSeconds(random.nextInt(Integer.MAX_VALUE));
      String[] format = formats.get(random.nextInt(formats.size()));
      String text = DateTimeFormat.forPattern(format[1]).withLocale(Locale.ENGLISH).print(time);
      assertThat(read(new TimeParts(NEW_YORK), format[0], text))
          .as(text)
          .isEqualTo(time.getMillis() / 1000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%c|Sun Nov 22 07:16:38 2026|1795349798",
        "%c|Sun Nov  1 07:16:38 2026|1793535398",
        "%s|1795349798|1795349798",
        "%b %e %k:%M %Y|Nov  2  7:16 2026|1793621760",
        "%l:%M%p %x|12:05am 11/22/26|1795323900",
        "%F %T %Z|2026-11-22 07:16:38 EST|1795349798",
        "%F %T %Z|2026-11-22 07:16:38 -05|1795349798",
        "%F %R|2026-11-22 07:16|1795349760",
        "%d/%m/%y %T|22/11/68 00:00:60|3120786059",
        "%F %T %z|2026-11-22 07:16:38 +0545|1795311098",
      })
  void readsAs(String format, String text, long second) {
    assertThat(read(new TimeParts(NEW_YORK), format, text)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%F %T|2026-02-30 07:16:38",
        "%F %T|2026-11-22 24:00:00",
        "%F %T|2026-11-22 07:60:00",
        "%F %T|2026-11-22 07:16:61",
        "%F %T|2026-11-22 07:16:3",
        "%F %T|26-11-22 07:16:38",
        "%F %r|2026-11-22 13:16:38 PM",
        "%F %r|2026-11-22 00:16:38 AM",
        "%F %r|2026-11-22 01:16:38 XM",
        "%F %T %z|2026-11-22 07:16:38 0500",
        "%F %T %z|2026-11-22 07:16:38 -05x0",
        "%d %b %Y %T|22 Nev 2026 07:16:38",
        "%s|17953497",
        "%T|07:16:38",
        "%F|2026-11-22",
        "%q|x",
      })
  void isNoTime(String format, String text) {
    assertThat(read(new TimeParts(NEW_YORK), format, text)).isEqualTo(NOT_A_TIME);
  }

  @ParameterizedTest
  @CsvSource({
    "%s, true",
    "%Y%m%d%H%M%S, true",
    "%y%b%d%I%M%p, true",
    "%Y%m%d%H%M, true",
    "%y%b%d%I%M, false",
    "%Y%m%d%H%S, false",
    "%m%d%H%M%S, false",
    "%Y%d%H%M%S, false",
    "%Y%m%H%M%S, false",
    "%H%M%S, false",
    "x, false"
  })
  void whatTellsAnInstant(String format, boolean tell) {
    TimePattern pattern = TimePattern.ofStrftime(format).orElseThrow();
    assertThat(TimePart.tellInstant(pattern.parts())).isEqualTo(tell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"%-d/%-m/%Y %T|2/1/2026 07:16:38", "%_d/%_m/%Y %T| 2/ 1/2026 07:16:38"})
  void paddingMayBeChosen(String format, String text) {
    assertThat(read(new TimeParts(NEW_YORK), format, text)).isEqualTo(1767356198);
    assertThat(read(new TimeParts(NEW_YORK), "%d/%m/%Y %T", text)).isEqualTo(NOT_A_TIME);
  }

  @Test
  void aPercentSignIsNotTheBeginningOfAnotherConversion() {
    assertThat(read(new TimeParts(NEW_YORK), "%%c %s", "%c 1795349798")).isEqualTo(1795349798);
    assertThat(TimePattern.ofStrftime("%")).isEmpty();
  }
}
