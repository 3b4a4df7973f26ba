package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.bytes.Ascii;
import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogStampTest {
  private static final DateTimeZone NEW_YORK = DateTimeZone.forID("America/New_York");

  private static long read(SyslogStamp stamps, String text) {
    byte[] bytes = Ascii.bytes(text + " host");
    int end = SyslogStamp.end(bytes, 0, bytes.length);
    assertThat(end).as(text).isEqualTo(text.length());
    return stamps.microseconds(bytes, 0, end);
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  /** Any day of twelve months comes back, whatever the order, if the first month is told. */
  @Test
  void theYearFollowsFromTheFirstMonth() {
    DateTimeFormatter printed =
        DateTimeFormat.forPattern("MMM dd HH:mm:ss").withLocale(Locale.ENGLISH).withZone(NEW_YORK);
    Random random = new Random(3);
    for (int month = 1; month <= 12; month++) {
      SyslogStamp stamps = new SyslogStamp(NEW_YORK, String.format("2026-%02d", month));
      DateTime first = new DateTime(2026, month, 1, 0, 0, NEW_YORK);
      for (int i = 0; i < 200; i++) {
        DateTime time = first.plusSeconds(random.nextInt(364 * 86_400));
        String stamp = printed.print(time).replaceFirst("^(...) 0", "$1  ");
        if (!time.equals(time.withEarlierOffsetAtOverlap())) {
          continue; // the stamp of an hour that is shown twice is that of the first pass
        }
        assertThat(read(stamps, stamp)).as(stamp).isEqualTo(time.getMillis() * 1000);
      }
    }
  }

  @Test
  void theFirstStampTellsTheMonthWhereNobodyElseDoes() {
    SyslogStamp stamps = new SyslogStamp(NEW_YORK, "2026");
    assertThat(read(stamps, "Dec 31 23:59:59")).isEqualTo(micros("2026-12-31T23:59:59-05:00"));
    assertThat(read(stamps, "Jan  1 00:00:00")).isEqualTo(micros("2027-01-01T00:00:00-05:00"));
    assertThat(read(stamps, "Dec 31 23:59:59")).isEqualTo(micros("2026-12-31T23:59:59-05:00"));
  }

  @Test
  void withoutAYearThereIsNoTime() {
    SyslogStamp stamps = new SyslogStamp(NEW_YORK, null);
    assertThat(read(stamps, "Dec 31 23:59:59")).isEqualTo(SyslogStamp.NO_YEAR);
    assertThat(read(stamps, "2026-12-31T23:59:59Z")).isEqualTo(micros("2026-12-31T23:59:59Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:16:27Z, 2026-11-22T07:16:27.000Z, 999999",
    "2026-11-22T07:16:27.5-05:00, 2026-11-22T12:16:27.500Z, 99999",
    "2026-11-22T07:16:27.123+05:30, 2026-11-22T01:46:27.123Z, 999",
    "2026-02-28T23:59:59.999000-00:00, 2026-02-28T23:59:59.999Z, 0",
  })
  void stampsWithAnOffset(String stamp, String instant, long slack) {
    SyslogStamp stamps = new SyslogStamp(NEW_YORK, null);
    assertThat(read(stamps, stamp)).isEqualTo(micros(instant));
    assertThat(stamps.slackUs()).isEqualTo(slack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Feb 30 00:00:00",
        "Feb  0 00:00:00",
        "Feb  1 24:00:00",
        "Feb  1 00:60:00",
        "Feb xx 00:00:00",
        "2026-13-01T00:00:00Z",
        "2026-12-01T00:00:61Z",
        "2026-12-01T00:00:00.Z",
        "2026-12-01T00:00:00+24:00",
        "x026-12-01T00:00:00Z",
      })
  void timesThatThereAreNot(String stamp) {
    assertThat(read(new SyslogStamp(NEW_YORK, "2026"), stamp)).isEqualTo(SyslogStamp.NOT_A_TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Nov",
        "Nov 22 07:16",
        "nov 22 07:16:27",
        "22 Nov 07:16:27",
        "2026-11-22 07:16:27Z",
        "2026-11-22T07:16:27",
        "2026-11-22T07:16:27-0500",
        "127.0.0.1 - - [x]"
      })
  void whatIsNoStamp(String text) {
    byte[] bytes = Ascii.bytes(text);
    assertThat(SyslogStamp.end(bytes, 0, bytes.length)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"26", "2026-13", "2026-1", "this", "", "2026-11-22"})
  void aYearThatIsNone(String year) {
    assertThatThrownBy(() -> new SyslogStamp(NEW_YORK, year))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("year must be")
        .hasMessageContaining("2026-11");
  }
}
