package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What holds for every matching. */
final class MatchingLaws {
  private MatchingLaws() {}

  /** Weights sum to 1, no request twice, none that the stamps exclude. */
  static void hold(Problem problem, Matching matching) {
    assertThat(matching.queries()).isEqualTo(problem.queries());
    for (int q = 0; q < matching.queries(); q++) {
      double sum = 0;
      for (int place = matching.from(q); place < matching.to(q); place++) {
        assertThat(problem.fits(q, matching.request(place))).isTrue();
        assertThat(matching.weight(place)).isBetween(0.0, 1.0 + 1e-9);
        for (int other = matching.from(q); other < place; other++) {
          assertThat(matching.request(other)).isNotEqualTo(matching.request(place));
        }
        sum += matching.weight(place);
      }
      if (matching.from(q) < matching.to(q)) {
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
      assertThat(matching.certainty(q)).isBetween(0.0, 1.0 + 1e-9);
    }
  }

  /** They say the same of every query. */
  static void same(Matching one, Matching other) {
    assertThat(one.queries()).isEqualTo(other.queries());
    for (int q = 0; q < one.queries(); q++) {
      assertThat(one.to(q)).isEqualTo(other.to(q));
      assertThat(one.certainty(q)).isCloseTo(other.certainty(q), within(1e-6));
      for (int place = one.from(q); place < one.to(q); place++) {
        assertThat(one.request(place)).isEqualTo(other.request(place));
        assertThat(one.weight(place)).isCloseTo(other.weight(place), within(1e-6));
      }
    }
  }
}
