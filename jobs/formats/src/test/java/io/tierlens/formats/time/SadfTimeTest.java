package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Ascii;
import java.util.Locale;
import java.util.Random;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SadfTimeTest {
  private static final DateTimeFormatter PRINTED =
      DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss")
          .withZone(DateTimeZone.UTC)
          .withLocale(Locale.ROOT);

  private final SadfTime time = new SadfTime();

  private boolean read(String text) {
    byte[] bytes = Ascii.bytes("x" + text + "x");
    return time.read(bytes, 1, bytes.length - 1);
  }

  @Test
  void timesAreThoseOfJoda() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long seconds = random.nextLong(0, 4_102_444_800L);
      assertThat(read(PRINTED.print(seconds * 1000))).isTrue();
      assertThat(time.seconds()).isEqualTo(seconds);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22 10:42:07 UTC, UTC, true, 1795344127, UTC",
    "2026-11-22 10:42:07, LOCAL, false, 1795344127, ''",
    "2026-11-22 10:42:07 EST, LOCAL_WITH_NAME, false, 1795344127, EST",
    "2026-11-22 10:42:07 -03, LOCAL_WITH_NAME, false, 1795344127, -03",
    "2026-11-22 10:42:07 +0530, LOCAL_WITH_NAME, false, 1795344127, +0530",
    "1795344127, EPOCH, true, 1795344127, ''",
    "999999999, EPOCH, true, 999999999, ''",
  })
  void formsAreTold(String text, SadfTime.Form form, boolean instant, long seconds, String zone) {
    assertThat(read(text)).isTrue();
    assertThat(time.form()).isEqualTo(form);
    assertThat(time.isInstant()).isEqualTo(instant);
    assertThat(time.seconds()).isEqualTo(seconds);
    assertThat(time.zoneName()).isEqualTo(zone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345678",
        "12345678901",
        "1795344127.5",
        "2026-11-22",
        "2026-11-22 10:42",
        "2026-11-22T10:42:07",
        "2026-11-22 24:00:00",
        "2026-11-22 10:60:00",
        "2026-11-22 10:42:60",
        "2026-02-29 10:42:07",
        "2026-13-01 10:42:07",
        "2026-00-01 10:42:07",
        "2026-11-00 10:42:07",
        "2026-11-22 1x:42:07",
        "2026-11-22 10:42:07 ",
        "2026-11-22 10:42:07 UTC ",
        "2026-11-22 10:42:07UTC",
        "2026-11-22 10:42:07 U C",
      })
  void otherTextIsNoTime(String text) {
    assertThat(read(text)).isFalse();
  }
}
