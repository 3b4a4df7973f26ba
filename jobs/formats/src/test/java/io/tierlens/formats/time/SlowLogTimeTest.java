package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowLogTimeTest {

  private final SlowLogTime stamp = new SlowLogTime();

  private boolean read(String text) {
    byte[] bytes = ("# Time: " + text + " ").getBytes(StandardCharsets.US_ASCII);
    return stamp.read(bytes, 7, bytes.length);
  }

  @Test
  void readsTheShortFormAsJodaDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      // 1970 to 2069, as two-digit years go.
      LocalDateTime time =
          new LocalDateTime(1970, 1, 1, 0, 0).plusSeconds(random.nextInt()).plusSeconds(1 << 30);
      if (time.getYear() < 1970 || time.getYear() > 2069) {
        continue;
      }
      String text =
          time.toString("yyMMdd ")
              + "%2d:%02d:%02d"
                  .formatted(time.getHourOfDay(), time.getMinuteOfHour(), time.getSecondOfMinute());
      assertThat(read(text)).as(text).isTrue();
      assertThat(stamp.micros())
          .as(text)
          .isEqualTo(time.toDateTime(DateTimeZone.UTC).getMillis() * 1000);
      assertThat(stamp.instant()).isFalse();
      assertThat(stamp.exact()).isFalse();
    }
  }

  @Test
  void readsIsoFormsAsJodaDoes() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      DateTimeZone zone = DateTimeZone.forOffsetMillis((random.nextInt(113) - 56) * 900_000);
      DateTime time = new DateTime(random.nextLong(4_000_000_000_000L), zone);
      int micros = random.nextInt(1000);
      String text =
          time.toString("yyyy-MM-dd'T'HH:mm:ss.SSS")
              + "%03d".formatted(micros)
              + (random.nextBoolean() && zone.equals(DateTimeZone.UTC) ? "Z" : time.toString("ZZ"));
      assertThat(read(text)).as(text).isTrue();
      assertThat(stamp.micros()).as(text).isEqualTo(time.getMillis() * 1000 + micros);
      assertThat(stamp.instant()).isTrue();
      assertThat(stamp.exact()).isTrue();
    }
  }

  @Test
  void keepsTheDecimalsOfTheShortForm() {
    assertThat(read("120315 18:01:58.479076")).isTrue();
    assertThat(stamp.exact()).isTrue();
    assertThat(stamp.micros() % 60_000_000).isEqualTo(58_479_076);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "margdl 11:48:27",
        "091301 1:00:00",
        "090229 1:00:00",
        "090100 1:00:00",
        "090101",
        "0901011:00:00",
        "090101 24:00:00",
        "090101 1:60:00",
        "090101 1:00:61",
        "090101 1:00:00.",
        "090101 1:00:00.12x",
        "090101 1:00:00 2",
        "2016-02-30T18:13:25.698433Z",
        "2016-07-20T18:13:25.698433+0800",
        "2016-07-20T18:13:25.698433+08:60",
        "2016-07-20T18:13:25.698433 Z",
        "2016-07-20 18:13:25",
      })
  void refusesWhatIsNoTime(String text) {
    assertThat(read(text)).isFalse();
    assertThat(stamp.valid()).isFalse();
  }
}
