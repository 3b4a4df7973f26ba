package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLanesTest {
  private static LaneRun run(long seed, int clients, int requests) {
    LaneRun run = new LaneRun(seed);
    run.clients = clients;
    run.requests = requests;
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400, 1.0, 0",
    "2, 400, 0.99, 0.001",
    "4, 600, 0.99, 0.001",
    "8, 600, 0.99, 0.001",
    "16, 600, 0.98, 0.005",
    "32, 500, 0.97, 0.01"
  })
  void fineStampsNeedNothingButConnections(
      int clients, int requests, double right, double pageError) {
    LaneLogs logs = new LaneLogs(run(clients, clients, requests).run()).build();

    Matching matching = ConnectionLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThanOrEqualTo(right);
    assertThat(logs.pageError(matching)).isLessThanOrEqualTo(pageError);
    keepsTheLaws(logs.problem, matching);
  }

  @Test
  void workersAreReplacedAndConnectionsOpenedAgain() {
    LaneRun run = run(5, 6, 600);
    run.workers = 9;
    run.recycledAfter = 41;
    run.reopenedAfter = 17;
    LaneLogs logs = new LaneLogs(run.run()).build();

    Matching matching = ConnectionLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThan(0.985);
    keepsTheLaws(logs.problem, matching);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.88, 0.01", "2, 0.75, 0.03"})
  void wholeSecondsDoWithAModelFromElsewhere(int clients, double right, double pageError) {
    LaneLogs logs = new LaneLogs(run(clients + 7, clients, 300).run());
    logs.wholeSeconds = true;
    logs.build();

    Matching matching = ConnectionLanes.match(logs.problem, logs.model());

    assertThat(logs.right(matching)).isGreaterThan(right);
    assertThat(logs.pageError(matching)).isLessThan(pageError);
    keepsTheLaws(logs.problem, matching);
  }

  @Test
  void errorsAreWhereItIsNotSure() {
    LaneLogs logs = new LaneLogs(run(3, 16, 700).run()).build();

    Matching matching = ConnectionLanes.match(logs.problem);

    int sure = 0;
    int wrongAndSure = 0;
    double unsure = 0;
    double unsureRight = 0;
    for (int query = 0; query < logs.truth.length; query++) {
      boolean right = matching.likeliest(query) == logs.truth[query];
      if (matching.certainty(query) > 0.999) {
        sure++;
        wrongAndSure += right ? 0 : 1;
      } else {
        unsure++;
        unsureRight += right ? 1 : 0;
      }
    }
    assertThat(sure).isGreaterThan(logs.truth.length * 9 / 10);
    assertThat(wrongAndSure).isLessThan(sure / 200);
    assertThat(unsure).isGreaterThan(20);
    // Errors are where it says that it is not sure.
    assertThat(unsure - unsureRight).isGreaterThan(4 * wrongAndSure);
  }

  @Test
  void otherIdsAreNoOtherRun() {
    LaneLogs logs = new LaneLogs(run(9, 8, 300).run()).build();
    LaneLogs renamed = new LaneLogs(logs.run);
    renamed.connectionIds = id -> -7 * id + 3;
    renamed.build();

    Matching one = ConnectionLanes.match(logs.problem);
    Matching other = ConnectionLanes.match(renamed.problem);

    for (int query = 0; query < logs.truth.length; query++) {
      assertThat(other.likeliest(query)).isEqualTo(one.likeliest(query));
      assertThat(other.certainty(query)).isEqualTo(one.certainty(query));
    }
  }

  @Test
  void queriesWithoutAConnectionAreLeftOut() {
    LaneLogs logs = new LaneLogs(run(4, 3, 300).run());
    logs.connectionMissing = 10;
    logs.build();

    Matching matching = ConnectionLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThan(0.88);
    for (int query = 0; query < logs.truth.length; query += 10) {
      assertThat(matching.likeliest(query)).isEqualTo(-1);
      assertThat(matching.certainty(query)).isZero();
    }
    keepsTheLaws(logs.problem, matching);
  }

  @Test
  void aJobOfItsOwnTakesNoRequestAway() {
    LaneLogs logs = new LaneLogs(run(4, 3, 200).run()).build();
    Problem.Builder builder = Problem.builder();
    Problem given = logs.problem;
    for (int r = 0; r < given.requests(); r++) {
      String page = given.pageNames().get(given.page(r));
      builder.request(given.startsFromUs(r), given.startsByUs(r), given.durationUs(r), page, null);
    }
    int jobs = 0;
    for (int q = 0; q < given.queries(); q++) {
      String statement = given.statementNames().get(given.statement(q));
      builder.query(
          given.endsFromUs(q), given.endsByUs(q), given.timeUs(q), statement, given.connection(q));
      if (q % 50 == 49) {
        builder.query(given.endsByUs(q) + 1, given.endsByUs(q) + 1, 20_000_000, "report", 9L);
        jobs++;
      }
    }

    Matching matching = ConnectionLanes.match(builder.build());

    int right = 0;
    for (int q = 0; q < given.queries(); q++) {
      right += matching.likeliest(q + q / 50) == logs.truth[q] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(given.queries() * 98 / 100);
    for (int job = 0; job < jobs; job++) {
      assertThat(matching.likeliest(50 + 51 * job)).isEqualTo(-1);
    }
  }

  @Test
  void clocksThatStepBackLoseTiesButNothingElse() {
    LaneLogs logs = new LaneLogs(run(4, 3, 200).run());
    logs.clockStepUs = 3_600_000_000L;
    logs.build();

    Matching matching = ConnectionLanes.match(logs.problem);

    assertThat(logs.right(matching)).isBetween(0.3, 0.7);
    keepsTheLaws(logs.problem, matching);
  }

  @Test
  void littleIsEnough() {
    assertThat(ConnectionLanes.match(Problem.builder().build()).queries()).isZero();
    Problem one = Problem.builder().request(0, 0, 100, "page", null).build();
    assertThat(ConnectionLanes.match(one).queries()).isZero();
    Problem queries = Problem.builder().query(50, 50, 10, "select", 1L).build();
    assertThat(ConnectionLanes.match(queries).likeliest(0)).isEqualTo(-1);
    Problem both =
        Problem.builder()
            .request(0, 0, 100, "page", null)
            .query(50, 50, 10, "select", 1L)
            .query(100, 100, 10, "select", 1L)
            .query(101, 101, 1, "select", 1L)
            .build();
    Matching matching = ConnectionLanes.match(both);
    assertThat(matching.likeliest(0)).isZero();
    assertThat(matching.likeliest(1)).isZero();
    assertThat(matching.likeliest(2)).isEqualTo(-1);
  }

  /**
   * A query fits into its request; a request has one connection, which serves one request at a
   * time; and what it runs between two queries of a request is not another's.
   */
  static void keepsTheLaws(Problem problem, Matching matching) {
    Map<Integer, Long> connectionOf = new HashMap<>();
    Map<Long, Integer> current = new HashMap<>();
    Set<Integer> ended = new HashSet<>();
    for (int query : LaneOrder.queries(problem)) {
      int request = matching.likeliest(query);
      if (request >= 0) {
        long connection = problem.connection(query);
        assertThat(problem.fits(query, request)).isTrue();
        assertThat(connectionOf.computeIfAbsent(request, r -> connection)).isEqualTo(connection);
        Integer before = current.put(connection, request);
        if (before != null && before != request) {
          ended.add(before);
          long end = problem.startsFromUs(before) + problem.durationUs(before);
          assertThat(problem.startsByUs(request)).isGreaterThanOrEqualTo(end - 1_000);
        }
        assertThat(ended).doesNotContain(request);
      }
    }
  }
}
