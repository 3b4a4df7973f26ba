package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingWordsTest {
  @ParameterizedTest
  @CsvSource({
    "8.5, PERCENT, 8.5 %",
    "8.549, PERCENT, 8.55 %",
    "83.44, PERCENT, 83.4 %",
    "250.4, PERCENT, 250 %",
    "0.0782, PERCENT, 0.078 %",
    "0.0001, PERCENT, 0 %",
    "-0.4, PERCENT, -0.4 %",
    "812.3, MILLISECONDS, 0.81 s",
    "87.04, MILLISECONDS, 87 ms",
    "1170, MILLISECONDS, 1.17 s",
    "810000, MICROSECONDS, 0.81 s",
    "3.0, TIMES, 3 times",
    "1, CPUS, 1 CPU",
    "4.8, CPUS, 4.8 CPUs",
    "12, PER_SECOND, 12 a second",
    "72000, COUNT, 72000"
  })
  void amountsHaveTheDigitsThatWereMeasured(double value, Unit unit, String words) {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : new Locale[] {Locale.GERMANY, Locale.forLanguageTag("fa-IR")}) {
        Locale.setDefault(locale);
        assertThat(FindingWords.amount(value, unit)).isEqualTo(words);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void signsTellFigureAndThreshold() {
    Figure steal = Figure.of(Measure.STEAL_ADDED, 0.0, 6.3, 6.3);
    assertThat(FindingWords.of(new Sign(steal, Sign.Relation.AT_LEAST, 5)))
        .isEqualTo("steal beyond that of the baseline: 0 %, then 6.3 % (at least 5 %)");
    Figure busy = Figure.growth(Measure.BUSY_TO_CONCURRENCY, 2.0, 4.8);
    assertThat(FindingWords.of(new Sign(busy, Sign.Relation.AT_LEAST, 1.15)))
        .isEqualTo(
            "busy CPUs over requests in the stack: 4.8 over 2, 2.4 times (at least 1.15 times)");
    Figure same = Figure.of(Measure.SWAP, 0.0, 0.0, 0.0);
    assertThat(FindingWords.of(new Sign(same, Sign.Relation.BELOW, 0.1)))
        .isEqualTo("pages swapped in and out: 0 a second in both (below 0.1 a second)");
    Figure alone = Figure.of(Measure.IOWAIT, 12.0);
    assertThat(FindingWords.of(new Sign(alone, Sign.Relation.ABOVE, 5)))
        .isEqualTo("iowait: 12 % (above 5 %)");
  }
}
