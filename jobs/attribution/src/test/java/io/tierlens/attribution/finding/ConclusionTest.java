package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConclusionTest {
  /** The key figure is one of the signs. */
  private static Conclusion of(Conclusion.Key key, int others, int against) {
    return switch (key) {
      case SUPPORTS -> Conclusion.of(key, others + 1, against);
      case CONTRADICTS -> Conclusion.of(key, others, against + 1);
      case UNDECIDED, MISSING -> Conclusion.of(key, others, against);
    };
  }

  @ParameterizedTest
  @EnumSource(Conclusion.Key.class)
  void moreForACauseNeverLowersAndMoreAgainstNeverRaisesIt(Conclusion.Key key) {
    for (int supports = 0; supports < 12; supports++) {
      for (int against = 0; against < 12; against++) {
        Conclusion here = of(key, supports, against);
        assertThat(of(key, supports + 1, against)).isGreaterThanOrEqualTo(here);
        assertThat(of(key, supports, against + 1)).isLessThanOrEqualTo(here);
      }
    }
  }

  @Test
  void aKeyFigureThatSpeaksForACauseIsBetterThanOneThatDoesNot() {
    for (int supports = 0; supports < 12; supports++) {
      for (int against = 0; against < 12; against++) {
        Conclusion undecided = of(Conclusion.Key.UNDECIDED, supports, against);
        assertThat(of(Conclusion.Key.SUPPORTS, supports, against))
            .isGreaterThanOrEqualTo(undecided);
        assertThat(of(Conclusion.Key.CONTRADICTS, supports, against))
            .isLessThanOrEqualTo(undecided);
      }
    }
  }

  @Test
  void confidenceIsHighWithThreeSignsAndNothingAgainst() {
    Conclusion.Key key = Conclusion.Key.SUPPORTS;
    assertThat(Conclusion.of(key, 3, 0)).isEqualTo(Conclusion.FITS_HIGH);
    assertThat(Conclusion.of(key, 2, 0)).isEqualTo(Conclusion.FITS_MEDIUM);
    assertThat(Conclusion.of(key, 1, 0)).isEqualTo(Conclusion.FITS_LOW);
    assertThat(Conclusion.of(key, 3, 1)).isEqualTo(Conclusion.POSSIBLE_MEDIUM);
    assertThat(Conclusion.of(key, 2, 1)).isEqualTo(Conclusion.POSSIBLE_LOW);
  }

  @Test
  void nothingFitsThatWasNotMeasured() {
    for (int supports = 0; supports < 12; supports++) {
      for (int against = 0; against < 12; against++) {
        assertThat(Conclusion.of(Conclusion.Key.MISSING, supports, against))
            .isLessThan(Conclusion.FITS_LOW);
      }
    }
    assertThat(Conclusion.of(Conclusion.Key.MISSING, 0, 0)).isEqualTo(Conclusion.SILENT);
    assertThat(Conclusion.of(Conclusion.Key.UNDECIDED, 9, 0)).isEqualTo(Conclusion.SILENT);
  }

  @Test
  void exclusionIsSureWhereNothingSpeaksForTheCause() {
    Conclusion.Key key = Conclusion.Key.CONTRADICTS;
    assertThat(Conclusion.of(key, 0, 2)).isEqualTo(Conclusion.CONTRADICTED_HIGH);
    assertThat(Conclusion.of(key, 0, 1)).isEqualTo(Conclusion.CONTRADICTED_MEDIUM);
    assertThat(Conclusion.of(key, 2, 1)).isEqualTo(Conclusion.CONTRADICTED_LOW);
    assertThat(Conclusion.of(Conclusion.Key.MISSING, 0, 1)).isEqualTo(Conclusion.CONTRADICTED_LOW);
  }
}
