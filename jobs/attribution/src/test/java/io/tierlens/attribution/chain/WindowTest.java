package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void everyQueryCountsOnceAndWindowsThatCutRequestsLookFurther() {
    Problem problem = ChainRun.of(10, 5, 350, 0.02).problem();
    int[] queries = QueryOrder.byStart(problem);
    List<Window> windows = Window.cut(problem, queries, 150);
    int place = 0;
    int cuts = 0;
    for (Window window : windows) {
      assertThat(window.commitFrom()).isEqualTo(place);
      assertThat(window.commitTo()).isGreaterThan(place);
      assertThat(window.from()).isBetween(0, window.commitFrom());
      assertThat(window.to()).isBetween(window.commitTo(), queries.length);
      place = window.commitTo();
      assertThat(window.cleanStart()).isEqualTo(clean(problem, queries, window.commitFrom()));
      assertThat(window.cleanEnd()).isEqualTo(clean(problem, queries, window.commitTo()));
      cuts += window.cleanStart() ? 0 : 1;
    }
    assertThat(place).isEqualTo(queries.length);
    assertThat(cuts).isGreaterThan(3);
  }

  /** Whether no request can hold the queries of both sides. */
  private static boolean clean(Problem problem, int[] queries, int place) {
    if (place == 0 || place == queries.length) {
      return true;
    }
    for (int r = 0; r < problem.requests(); r++) {
      if (problem.startsFromUs(r) <= problem.queryStartUs(queries[place - 1])
          && problem.latestEndUs(r) >= problem.queryStartUs(queries[place])) {
        return false;
      }
    }
    return true;
  }
}
