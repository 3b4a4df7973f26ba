package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {

  private static long wall(int year, int month, int day, int hour, int minute) {
    return new LocalDateTime(year, month, day, hour, minute)
            .toDateTime(DateTimeZone.UTC)
            .getMillis()
        / 1000;
  }

  private static long instant(String iso) {
    return DateTime.parse(iso).getMillis() / 1000;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "America/Sao_Paulo",
        "Africa/Casablanca",
        "Pacific/Apia",
        "-05:00"
      })
  void findsTheInstantThatAClockOfTheZoneWouldShow(String id) {
    DateTimeZone zone = DateTimeZone.forID(id);
    WallClock clock = new WallClock(zone);
    Random random = new Random(7);
    long instant = instant("2001-01-01T00:00:00Z");
    for (int i = 0; i < 30_000; i++) {
      // Small steps near the changes of clocks, large ones elsewhere.
      instant += 1 + random.nextInt(random.nextInt(20) == 0 ? 400_000 : 1800);
      long shown = instant + zone.getOffset(instant * 1000) / 1000;
      assertThat(clock.instant(shown, instant)).as("%s %s", id, instant).isEqualTo(instant);
    }
  }

  @Test
  void repeatedHourIsToldByWhatCameBefore() {
    WallClock clock = new WallClock(DateTimeZone.forID("America/New_York"));
    long shown = wall(2026, 11, 1, 1, 30);
    long first = instant("2026-11-01T01:30:00-04:00");
    long second = instant("2026-11-01T01:30:00-05:00");
    assertThat(clock.instant(shown, Long.MIN_VALUE)).isEqualTo(first);
    assertThat(clock.instant(shown, first)).isEqualTo(first);
    assertThat(clock.instant(shown, first + 1)).isEqualTo(second);
    assertThat(clock.instant(shown, second + 1)).isEqualTo(second);
  }

  @Test
  void missingHourIsTakenAsIfTheClockHadNotMoved() {
    WallClock clock = new WallClock(DateTimeZone.forID("America/New_York"));
    assertThat(clock.instant(wall(2026, 3, 8, 2, 30), Long.MIN_VALUE))
        .isEqualTo(instant("2026-03-08T03:30:00-04:00"));
  }
}
