package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftMatcherTest {
  private static final long SECOND = 1_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, SECOND})
  void lawsHoldWhateverTheStamps(long unitUs) {
    Problem problem = ChainRun.of(21, 4, 100, 0.2).problem(0, unitUs);

    MatchingLaws.hold(problem, SoftMatcher.match(problem));
    MatchingLaws.hold(problem, SoftMatcher.byRates(problem));
    MatchingLaws.hold(problem, BeamMatcher.match(problem));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0.5", "2, 0, 0.33", "2, 100000, 0.7", "8, 200000, 0.3"})
  void wholeSecondsShareBetterThanChance(int clients, long thresholdUs, double right) {
    ChainRun run = ChainRun.of(22, clients, 800, 0.3);
    Problem problem = run.problem(thresholdUs, SECOND);
    Matching matching = SoftMatcher.match(problem);
    int[] truth = run.truth(thresholdUs);
    double sure = 0;
    for (int q = 0; q < truth.length; q++) {
      sure += matching.certainty(q) / truth.length;
    }

    Judged judged = Judged.of(problem, truth, matching);

    assertThat(judged.right()).isGreaterThan(right);
    assertThat(sure).isCloseTo(judged.right(), within(0.12));
  }

  @Test
  void fineStampsAreSharedByTheBeam() {
    Problem problem = ChainRun.of(23, 4, 200, 0.3).problem(50_000, 1);

    MatchingLaws.same(SoftMatcher.match(problem), BeamMatcher.share(problem));
  }

  @Test
  void numbersOfPagesAndStatementsDoNotMatter() {
    Problem problem = ChainRun.of(24, 4, 200, 0.3).problem(0, SECOND);

    MatchingLaws.same(SoftMatcher.match(problem), SoftMatcher.match(Renumbered.of(problem)));
  }

  @Test
  void aStatementGoesToThePageThatRunsItAlone() {
    Problem.Builder builder = Problem.builder();
    for (int i = 0; i < 20; i++) {
      long at = i * 10L * SECOND;
      builder.request(at, at + SECOND - 1, 3 * SECOND, "buy", null);
      long read = at + (i < 10 ? 5L : 0L) * SECOND;
      builder.request(read, read + SECOND - 1, 3 * SECOND, "read", null);
    }
    for (int i = 0; i < 20; i++) {
      long end = (i * 10L + 2) * SECOND;
      builder.query(end, end + SECOND - 1, 400_000, "order", null);
    }
    Problem problem = builder.build();
    Matching matching = SoftMatcher.match(problem);

    for (int q = 0; q < 20; q++) {
      assertThat(matching.likeliest(q)).isEqualTo(2 * q);
      assertThat(matching.certainty(q)).isGreaterThan(0.95);
    }
  }
}
