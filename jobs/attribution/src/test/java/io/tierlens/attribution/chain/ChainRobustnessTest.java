package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no run should look like, and some do. */
class ChainRobustnessTest {
  @Test
  void nothingAtAll() {
    Problem problem = Problem.builder().build();

    all(problem);
    assertThat(BeamMatcher.match(problem).queries()).isZero();
  }

  @Test
  void requestsWithoutQueries() {
    all(Problem.builder().request(0, 0, 100, "page", null).build());
  }

  @Test
  void queriesWithoutRequests() {
    Problem problem =
        Problem.builder().query(5, 5, 1, "select", null).query(9, 9, 4, "select", null).build();

    all(problem);
    assertThat(BeamMatcher.match(problem).likeliest(1)).isEqualTo(-1);
  }

  @Test
  void onePageAndOneStatement() {
    Problem.Builder builder = Problem.builder();
    for (int i = 0; i < 50; i++) {
      builder.request(i * 1_000_000L, i * 1_000_000L, 1_500_000, "page", null);
    }
    for (int i = 0; i < 50; i++) {
      builder.query(i * 1_000_000L + 900_000, i * 1_000_000L + 900_000, 50_000, "select", null);
    }
    all(builder.build());
  }

  @Test
  void queriesBeforeAndAfterAllRequests() {
    Problem problem =
        Problem.builder()
            .request(1_000_000, 1_000_000, 500_000, "page", null)
            .query(900_000, 900_000, 10_000, "early", null)
            .query(1_200_000, 1_200_000, 10_000, "select", null)
            .query(1_600_000, 1_600_000, 10_000, "late", null)
            .build();

    all(problem);
    Matching matching = BeamMatcher.match(problem);
    assertThat(matching.likeliest(0)).isEqualTo(-1);
    assertThat(matching.likeliest(1)).isZero();
    assertThat(matching.likeliest(2)).isEqualTo(-1);
  }

  @Test
  void aQueryLongerThanAnyRequest() {
    Problem.Builder builder = Problem.builder();
    for (int i = 0; i < 30; i++) {
      builder.request(i * 100_000L, i * 100_000L, 150_000, "page", null);
    }
    for (int i = 0; i < 29; i++) {
      long end = i * 100_000L + 60_000;
      builder.query(end, end, i == 20 ? 1_000_000 : 10_000, "select", null);
    }
    Problem problem = builder.build();

    all(problem);
    assertThat(BeamMatcher.match(problem).likeliest(20)).isEqualTo(-1);
    assertThat(SoftMatcher.byRates(problem).likeliest(20)).isEqualTo(-1);
  }

  @Test
  void everythingAtOnceAndInNoTime() {
    Problem.Builder builder = Problem.builder();
    for (int i = 0; i < 12; i++) {
      builder.request(7, 7, i % 2 == 0 ? 0 : 30, "page" + i % 3, null);
    }
    for (int i = 0; i < 20; i++) {
      builder.query(7, 7, 0, "select" + i % 2, null);
    }
    all(builder.build());
  }

  @Test
  void noTimeAtTheVeryEdgesOfARequest() {
    Problem problem =
        Problem.builder()
            .request(100, 100, 50, "page", null)
            .query(100, 100, 0, "first", null)
            .query(150, 150, 0, "last", null)
            .build();

    Matching matching = BeamMatcher.match(problem);
    assertThat(matching.likeliest(0)).isZero();
    assertThat(matching.likeliest(1)).isZero();
  }

  @Test
  void overlappingQueriesAreNotOfOneRequest() {
    Problem problem =
        Problem.builder()
            .request(0, 0, 1_000_000, "page", null)
            .query(500_000, 500_000, 300_000, "select", null)
            .query(600_000, 600_000, 300_000, "select", null)
            .build();

    Matching matching = BeamMatcher.match(problem);
    assertThat(matching.likeliest(0) + matching.likeliest(1)).isEqualTo(-1);
  }

  private static void all(Problem problem) {
    MatchingLaws.hold(problem, BeamMatcher.match(problem));
    MatchingLaws.hold(problem, BeamMatcher.match(problem, 2));
    MatchingLaws.hold(problem, BeamMatcher.share(problem));
    MatchingLaws.hold(problem, SoftMatcher.match(problem));
    MatchingLaws.hold(problem, SoftMatcher.byRates(problem));
    ChainModel model = ChainModel.of(problem, BeamMatcher.match(problem));
    MatchingLaws.hold(problem, BeamMatcher.match(problem, model));
  }
}
