package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What holds for every matching. */
final class MatchingLaws {
  private MatchingLaws() {}

  /** Weights sum to 1, no request twice, none that the stamps exclude. */
  static void hold(Problem problem, Matching matching) {
    List<String> broken = new ArrayList<>();
    assertThat(matching.queries()).isEqualTo(problem.queries());
    for (int q = 0; q < matching.queries(); q++) {
      double sum = 0;
      for (int place = matching.from(q); place < matching.to(q); place++) {
        int request = matching.request(place);
        if (!problem.fits(q, request)) {
          broken.add("query " + q + " does not fit " + request);
        }
        if (!(matching.weight(place) >= 0)) {
          broken.add("query " + q + " has weight " + matching.weight(place));
        }
        for (int other = matching.from(q); other < place; other++) {
          if (matching.request(other) == request) {
            broken.add("query " + q + " has twice " + request);
          }
        }
        sum += matching.weight(place);
      }
      if (matching.from(q) < matching.to(q) && !(Math.abs(sum - 1) < 1e-9)) {
        broken.add("weights of query " + q + " sum to " + sum);
      }
      if (!(matching.certainty(q) >= 0 && matching.certainty(q) < 1 + 1e-9)) {
        broken.add("query " + q + " is certain by " + matching.certainty(q));
      }
    }
    assertThat(broken).isEmpty();
  }

  /** They say the same of every query. */
  static void same(Matching one, Matching other) {
    List<String> broken = new ArrayList<>();
    assertThat(one.queries()).isEqualTo(other.queries());
    for (int q = 0; q < one.queries(); q++) {
      boolean same =
          one.to(q) == other.to(q) && Math.abs(one.certainty(q) - other.certainty(q)) < 1e-6;
      for (int place = one.from(q); same && place < one.to(q); place++) {
        same =
            one.request(place) == other.request(place)
                && Math.abs(one.weight(place) - other.weight(place)) < 1e-6;
      }
      if (!same) {
        broken.add("query " + q);
      }
    }
    assertThat(broken).isEmpty();
  }
}
