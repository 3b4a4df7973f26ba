package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamMatcherTest {
  @ParameterizedTest
  @CsvSource({
    "1, 200, 1.0, 0.0",
    "2, 500, 0.975, 0.01",
    "4, 500, 0.94, 0.01",
    "8, 500, 0.87, 0.02",
  })
  void mostQueriesFindTheirRequest(int clients, int requests, double right, double error) {
    ChainRun run = ChainRun.of(3, clients, requests, 0.3);
    Problem problem = run.problem();

    Judged whole = Judged.of(problem, run.truth(0), BeamMatcher.match(problem));
    Judged shared = Judged.of(problem, run.truth(0), BeamMatcher.share(problem));

    assertThat(whole.right()).isGreaterThanOrEqualTo(right);
    assertThat(whole.endpointError()).isLessThanOrEqualTo(error);
    assertThat(shared.right()).isGreaterThanOrEqualTo(right);
    assertThat(shared.endpointError()).isLessThanOrEqualTo(error);
  }

  /** Without looking at what waits and what is left, the beam loses the right hypothesis. */
  @Test
  void crowdedRequestsAreToldApartByWhatWaitsAndWhatIsLeft() {
    ChainRun run = ChainRun.of(41, 10, 200, 0.1);
    Problem problem = run.problem();

    Judged judged = Judged.of(problem, run.truth(0), BeamMatcher.match(problem));

    assertThat(judged.right()).isGreaterThan(0.6);
  }

  @Test
  void certaintySaysHowOftenTiesAreRight() {
    ChainRun run = ChainRun.of(4, 6, 500, 0.3);
    Problem problem = run.problem();
    Matching matching = BeamMatcher.match(problem);
    int[] truth = run.truth(0);
    int[] count = new int[3];
    double[] certain = new double[3];
    double[] right = new double[3];
    for (int q = 0; q < truth.length; q++) {
      int bin = matching.certainty(q) < 0.7 ? 0 : matching.certainty(q) < 0.97 ? 1 : 2;
      count[bin]++;
      certain[bin] += matching.certainty(q);
      right[bin] += matching.likeliest(q) == truth[q] ? 1 : 0;
    }

    for (int bin = 0; bin < 3; bin++) {
      assertThat(count[bin]).isGreaterThan(50);
      assertThat(right[bin] / count[bin]).isCloseTo(certain[bin] / count[bin], within(0.1));
    }
    assertThat(right[2] / count[2]).isGreaterThan(0.98);
  }

  @Test
  void noQueryIsTiedWhereItCannotBe() {
    Problem problem = ChainRun.of(5, 8, 150, 0.1).problem();
    Matching matching = BeamMatcher.match(problem);
    Map<Integer, Long> busyUntil = new HashMap<>();

    for (int q : QueryOrder.byStart(problem)) {
      assertThat(matching.to(q) - matching.from(q)).isLessThanOrEqualTo(1);
      int request = matching.likeliest(q);
      if (request >= 0) {
        assertThat(problem.fits(q, request)).isTrue();
        assertThat(busyUntil.getOrDefault(request, Long.MIN_VALUE))
            .isLessThanOrEqualTo(problem.queryStartUs(q));
        busyUntil.put(request, problem.queryEndUs(q));
      }
      assertThat(matching.certainty(q)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void sharesAreOfRequestsThatCanHaveRunIt() {
    Problem problem = ChainRun.of(6, 8, 150, 0.1).problem();

    MatchingLaws.hold(problem, BeamMatcher.share(problem));
  }

  @Test
  void numbersOfPagesAndStatementsDoNotMatter() {
    ChainRun run = ChainRun.of(7, 5, 80, 0.1);
    Problem problem = run.problem();
    Problem renumbered = Renumbered.of(problem);

    assertThat(renumbered.pageNames()).isNotEqualTo(problem.pageNames());
    assertThat(renumbered.statementNames()).isNotEqualTo(problem.statementNames());
    MatchingLaws.same(BeamMatcher.match(problem), BeamMatcher.match(renumbered));
  }

  @Test
  void numberOfThreadsDoesNotMatter() throws Exception {
    Problem problem = ChainRun.of(8, 5, 120, 0.1).problem();
    Matching one;
    Matching four;
    ForkJoinPool single = new ForkJoinPool(1);
    ForkJoinPool several = new ForkJoinPool(4);
    try {
      one = single.submit(() -> BeamMatcher.match(problem, 100)).get();
      four = several.submit(() -> BeamMatcher.match(problem, 100)).get();
    } finally {
      single.shutdown();
      several.shutdown();
    }

    MatchingLaws.same(one, four);
  }

  @Test
  void cutsWhereNothingRunsChangeNothing() {
    Problem problem = ChainRun.of(9, 3, 250, 2.5).problem();
    int[] queries = QueryOrder.byStart(problem);

    assertThat(Window.cut(problem, queries, 40)).hasSizeGreaterThan(10);
    assertThat(Window.cut(problem, queries, 40))
        .allSatisfy(window -> assertThat(window.cleanStart() && window.cleanEnd()).isTrue());
    MatchingLaws.same(BeamMatcher.match(problem, 40), BeamMatcher.match(problem, 1_000_000));
  }

  @Test
  void cutsThroughRequestsChangeLittle() {
    ChainRun run = ChainRun.of(10, 5, 350, 0.02);
    Problem problem = run.problem();
    Judged whole = Judged.of(problem, run.truth(0), BeamMatcher.match(problem, 1_000_000));
    Judged cut = Judged.of(problem, run.truth(0), BeamMatcher.match(problem, 150));

    assertThat(Window.cut(problem, QueryOrder.byStart(problem), 150)).hasSizeGreaterThan(10);
    assertThat(cut.right()).isCloseTo(whole.right(), within(0.015));
  }

  @Test
  void slowQueriesAloneFindTheirRequests() {
    ChainRun run = ChainRun.of(11, 4, 800, 0.3);
    Problem problem = run.problem(100_000, 1);

    Judged judged = Judged.of(problem, run.truth(100_000), SoftMatcher.match(problem));

    assertThat(judged.right()).isGreaterThan(0.93);
    assertThat(judged.endpointError()).isLessThan(0.05);
  }

  @Test
  void queriesFromElsewhereStayAlone() {
    ChainRun run = ChainRun.of(12, 3, 500, 0.6);
    Problem clean = run.problem();
    Problem.Builder builder = Renumbered.requests(clean);
    List<Integer> truth = new ArrayList<>();
    // Every two seconds, so now and then while no request runs, which gives it away.
    long purge = clean.startsFromUs(0) - 10_000_000;
    for (int q = 0; q < clean.queries(); q++) {
      for (; purge < clean.queryEndUs(q); purge += 2_000_000) {
        builder.query(purge, purge, 3_000, "purge", null);
        truth.add(-1);
      }
      Renumbered.query(builder, clean, q);
      truth.add(run.truth(0)[q]);
    }
    Problem problem = builder.build();
    int[] expected = truth.stream().mapToInt(Integer::intValue).toArray();
    Matching matching = BeamMatcher.match(problem);
    int alone = 0;
    int all = 0;
    for (int q = 0; q < expected.length; q++) {
      if (expected[q] < 0) {
        all++;
        alone += matching.likeliest(q) < 0 ? 1 : 0;
      }
    }

    assertThat(all).isGreaterThan(50);
    assertThat(alone).isGreaterThan(9 * all / 10);
    assertThat(Judged.of(problem, expected, matching).right()).isGreaterThan(0.95);
  }
}
