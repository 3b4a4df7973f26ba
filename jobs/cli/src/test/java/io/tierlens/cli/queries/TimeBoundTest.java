package io.tierlens.cli.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBoundTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NEWEST = Instant.parse("2026-11-22T12:00:00.5Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22T05:00:00Z",
    "2026-07-22, 2026-07-22T04:00:00Z",
    "2026-11-22T07:30, 2026-11-22T12:30:00Z",
    "2026-11-22 07:30:15, 2026-11-22T12:30:15Z",
    "2026-11-22t07:30:15.123456, 2026-11-22T12:30:15.123456Z",
    "2026-11-22T07:30:15Z, 2026-11-22T07:30:15Z",
    "2026-11-22T07:30z, 2026-11-22T07:30:00Z",
    "2026-11-22T07:30:15+01:00, 2026-11-22T06:30:15Z",
    "2026-11-22T07:30:15-0530, 2026-11-22T13:00:15Z",
    "2026-11-22 07:30:15 +01, 2026-11-22T06:30:15Z",
    // Skipped when the clocks are put forward, and there twice when they are put back.
    "2026-03-08T02:30, 2026-03-08T07:30:00Z",
    "2026-11-01T01:30, 2026-11-01T05:30:00Z",
    "-90s, 2026-11-22T11:58:30.500Z",
    "-0m, 2026-11-22T12:00:00.500Z",
    "-30m, 2026-11-22T11:30:00.500Z",
    "-1h, 2026-11-22T11:00:00.500Z",
    "-2d, 2026-11-20T12:00:00.500Z",
    "-1w, 2026-11-15T12:00:00.500Z"
  })
  void isTheInstantThatIsMeant(String text, Instant expected) {
    TimeBound bound = TimeBound.of(text);
    assertThat(bound.instant(ZONE, NEWEST)).isEqualTo(expected);
    assertThat(bound.isSpan()).isEqualTo(text.startsWith("-"));
    assertThat(bound).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-13-01",
        "2026-02-30",
        "2026-11-22T25:00",
        "2026-11-22T07",
        "22/11/2026",
        "2026-11-22Z",
        "2026-11-22T07:30+19:00",
        "1h",
        "+1h",
        "-1",
        "-1y",
        "-1.5h",
        "-9999999s"
      })
  void whatIsNoneIsSaid(String text) {
    assertThatThrownBy(() -> TimeBound.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + text + "\" is no time; write 2026-11-22, ");
  }
}
