package io.tierlens.cli.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final Figures SECONDS = new Figures(DurationUnit.SECONDS);
  private static final Figures MILLIS = new Figures(DurationUnit.MILLISECONDS);

  @ParameterizedTest
  @CsvSource({
    "0, 0 s", "3470, 3.47 ms", "9999, 10.0 ms", "10000, 0.010 s", "89000, 0.089 s",
    "370000, 0.370 s", "999600, 1.00 s", "1559303, 1.56 s", "13209000, 13.2 s", "99960000, 100 s",
    "1234567890, 1235 s"
  })
  void secondsHaveThreeDigits(double us, String shown) {
    assertThat(SECONDS.duration(us)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ms", "0.4, <0.001 ms", "18, 0.018 ms", "458900, 459 ms", "45890, 45.9 ms"})
  void millisecondsHaveThreeDigits(double us, String shown) {
    assertThat(MILLIS.duration(us)).isEqualTo(shown);
  }

  @Test
  void signsAreWritten() {
    assertThat(SECONDS.signed(370_000.0)).isEqualTo("+0.370 s");
    assertThat(SECONDS.signed(-2_470_000.0)).isEqualTo("-2.47 s");
    assertThat(SECONDS.signed(0.0)).isEqualTo("0 s");
    assertThat(Figures.signedMillis(-8.0)).isEqualTo("-8.0 ms");
    assertThat(Figures.relative(0.314)).isEqualTo("+31 %");
    assertThat(Figures.relative(-0.001)).isEqualTo("0 %");
    assertThat(Figures.relative(null)).isEqualTo("no base");
  }

  @Test
  void anIntervalSaysWhatIsKnown() {
    assertThat(SECONDS.interval(1_200_000.0, 1_310_000.0)).isEqualTo("1.20 to 1.31 s");
    assertThat(SECONDS.interval(1_200_000.0, null)).isEqualTo("at least 1.20 s");
    assertThat(SECONDS.interval(null, 1_200_000.0)).isEqualTo("at most 1.20 s");
    assertThat(SECONDS.interval(1_200_000.0, 1_200_001.0)).isEmpty();
    assertThat(SECONDS.interval(null, null)).isEmpty();
  }

  @Test
  void nullIsNotZero() {
    assertThat(SECONDS.duration(null)).isEqualTo("not in the logs");
    assertThat(Figures.millis(null)).isEqualTo("not in the logs");
    assertThat(Figures.percent(null)).isEqualTo("not in the logs");
    assertThat(Figures.cores(null)).isEqualTo("not in the logs");
    assertThat(Figures.millis(0.0)).isEqualTo("0 ms");
  }

  @Test
  void theMachinesLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(SECONDS.duration(1_559_303.0)).isEqualTo("1.56 s");
      assertThat(Figures.count(208_945)).isEqualTo("208,945");
      assertThat(Figures.percent(8.9)).isEqualTo("8.9 %");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void unitsStayWithTheirFigures() {
    assertThat(Figures.glued("p1 1.28 s (83 %), 12 sessions on 2 CPUs.", "~"))
        .isEqualTo("p1 1.28~s (83~%), 12 sessions on 2~CPUs.");
  }
}
