package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessLanesTest {
  private static LaneRun run(long seed, int clients, int requests) {
    LaneRun run = new LaneRun(seed);
    run.clients = clients;
    run.requests = requests;
    return run;
  }

  private static LaneLogs logs(LaneRun run, boolean wholeSeconds) {
    LaneLogs logs = new LaneLogs(run.run());
    logs.processes = true;
    logs.wholeSeconds = wholeSeconds;
    return logs;
  }

  @ParameterizedTest
  @CsvSource({"1, 300", "2, 300", "8, 500", "32, 600"})
  void fineStampsAreExact(int clients, int requests) {
    LaneLogs logs = logs(run(clients, clients, requests), false).build();

    Matching matching = ProcessLanes.match(logs.problem);

    assertThat(logs.right(matching)).isEqualTo(1);
    staysAtTheProcess(logs.problem, matching);
  }

  @ParameterizedTest
  @CsvSource({"1, 400, 0.98", "2, 500, 0.98", "8, 600, 0.995", "32, 600, 0.995"})
  void wholeSecondsTeachThemselves(int clients, int requests, double right) {
    LaneLogs logs = logs(run(clients, clients, requests), true).build();

    Matching matching = ProcessLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThan(right);
    assertThat(logs.pageError(matching)).isLessThan(0.01);
    staysAtTheProcess(logs.problem, matching);
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 0.97"})
  void workersAreReplacedAndConnectionsOpenedAgain(boolean wholeSeconds, double right) {
    LaneRun run = run(11, 4, 600);
    run.recycledAfter = 101;
    run.reopenedAfter = 37;
    LaneLogs logs = logs(run, wholeSeconds).build();

    Matching matching = ProcessLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThanOrEqualTo(right);
  }

  @Test
  void idsComeAgain() {
    LaneRun run = run(12, 4, 600);
    run.recycledAfter = 30;
    LaneLogs logs = logs(run, false);
    // A system with few process ids, a server that counts its connections from 1 again.
    logs.processIds = id -> id % 7;
    logs.connectionIds = id -> id % 9;
    logs.build();

    // Just when an id comes to another process is not quite sure.
    assertThat(logs.right(ProcessLanes.match(logs.problem))).isGreaterThan(0.97);
  }

  @Test
  void aModelFromElsewhereIsTaken() {
    LaneLogs logs = logs(run(1, 1, 150), true).build();

    Matching matching = ProcessLanes.match(logs.problem, logs.model());

    assertThat(logs.right(matching)).isGreaterThan(0.98);
  }

  @Test
  void requestsWithoutAProcessShareWhatIsLeft() {
    LaneLogs logs = logs(run(6, 5, 500), false);
    logs.processMissing = 12;
    logs.build();

    Matching matching = ProcessLanes.match(logs.problem);

    assertThat(logs.right(matching)).isGreaterThan(0.99);
    assertThat(KeptConnections.of(logs.problem).byProcess()).isTrue();
  }

  @Test
  void withoutAnyProcessAllAreLeft() {
    LaneLogs logs = new LaneLogs(run(6, 3, 200).run()).build();

    assertThat(logs.right(ProcessLanes.match(logs.problem))).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void otherIdsAreNoOtherRun(boolean wholeSeconds) {
    LaneLogs logs = logs(run(9, 6, 200), wholeSeconds).build();
    LaneLogs renamed = new LaneLogs(logs.run);
    renamed.processes = true;
    renamed.wholeSeconds = wholeSeconds;
    renamed.processIds = id -> -3 * id;
    renamed.connectionIds = id -> 1_000 - id;
    renamed.build();

    Matching one = ProcessLanes.match(logs.problem);
    Matching other = ProcessLanes.match(renamed.problem);

    for (int query = 0; query < logs.truth.length; query++) {
      assertThat(other.likeliest(query)).isEqualTo(one.likeliest(query));
      assertThat(other.certainty(query)).isEqualTo(one.certainty(query));
    }
  }

  @Test
  void littleIsEnough() {
    assertThat(ProcessLanes.match(Problem.builder().build()).queries()).isZero();
    Problem queries = Problem.builder().query(50, 50, 10, "select", 1L).build();
    assertThat(ProcessLanes.match(queries).likeliest(0)).isEqualTo(-1);
    Problem both =
        Problem.builder()
            .request(0, 0, 100, "page", -5L)
            .request(0, 0, 100, "page", 6L)
            .query(50, 50, 10, "select", -1L)
            .query(110, 110, 20, "select", -1L)
            .build();
    Matching matching = ProcessLanes.match(both);
    assertThat(matching.likeliest(0)).isBetween(0, 1);
    assertThat(matching.certainty(0)).isLessThan(0.6);
    assertThat(matching.likeliest(1)).isEqualTo(-1);
  }

  @Test
  void clocksThatStepBackLoseTiesButNothingElse() {
    LaneLogs logs = logs(run(4, 3, 200), false);
    logs.clockStepUs = 3_600_000_000L;
    logs.build();

    assertThat(logs.right(ProcessLanes.match(logs.problem))).isBetween(0.3, 0.7);
  }

  /** All that a process's requests are given fits into them, in their order. */
  private static void staysAtTheProcess(Problem problem, Matching matching) {
    for (int query = 0; query < problem.queries(); query++) {
      int request = matching.likeliest(query);
      if (request >= 0) {
        assertThat(problem.fits(query, request)).isTrue();
      }
    }
    ConnectionLanesTest.keepsTheLaws(problem, matching);
  }
}
