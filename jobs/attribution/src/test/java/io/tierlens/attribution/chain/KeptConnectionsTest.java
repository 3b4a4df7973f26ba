package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptConnectionsTest {
  private static LaneLogs logs(LaneRun.Pool pool, int clients, int spare, boolean wholeSeconds) {
    LaneRun run = new LaneRun(clients);
    run.clients = clients;
    run.workers = clients + spare;
    run.requests = 200;
    run.pool = pool;
    LaneLogs logs = new LaneLogs(run.run());
    logs.processes = true;
    logs.wholeSeconds = wholeSeconds;
    return logs;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, false",
    "1, 4, false",
    "2, 0, false",
    "8, 0, false",
    "16, 4, false",
    "1, 0, true",
    "1, 4, true",
    "2, 0, true",
    "8, 4, true"
  })
  void keptConnectionsAreSeen(int clients, int spare, boolean wholeSeconds) {
    LaneLogs logs = logs(LaneRun.Pool.KEPT, clients, spare, wholeSeconds).build();

    KeptConnections kept = KeptConnections.of(logs.problem);

    assertThat(kept.byProcess()).as("%s", kept).isTrue();
    assertThat(kept.byConnection()).as("%s", kept).isTrue();
    assertThat(kept.connections()).isEqualTo(clients + spare);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, false",
    "2, 0, false",
    "4, 0, false",
    "16, 0, false",
    "32, 0, false",
    "8, 8, false",
    "1, 4, true",
    "2, 0, true",
    "4, 0, true",
    "16, 0, true",
    "8, 8, true"
  })
  void aPoolWhoseQueriesTakeAnyFreeConnectionIsNot(int clients, int spare, boolean wholeSeconds) {
    LaneLogs logs = logs(LaneRun.Pool.ANY_FREE, clients, spare, wholeSeconds).build();

    KeptConnections kept = KeptConnections.of(logs.problem);

    assertThat(kept.byProcess()).as("%s", kept).isFalse();
    assertThat(kept.byConnection()).as("%s", kept).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "4, false", "16, false", "1, true", "8, true"})
  void aConnectionForEachRequestIsAnotherThing(int clients, boolean wholeSeconds) {
    LaneLogs logs = logs(LaneRun.Pool.PER_REQUEST, clients, 0, wholeSeconds).build();

    KeptConnections kept = KeptConnections.of(logs.problem);

    assertThat(kept.inOneRequest()).isEqualTo(1);
    assertThat(kept.byProcess()).isFalse();
    assertThat(kept.byConnection()).isFalse();
  }

  @Test
  void threadsOfOneProcessAreNoLanes() {
    LaneLogs logs = logs(LaneRun.Pool.KEPT, 4, 0, false);
    logs.processIds = id -> 1;
    logs.build();

    KeptConnections kept = KeptConnections.of(logs.problem);

    assertThat(kept.oneAtATime()).isLessThan(0.5);
    assertThat(kept.byProcess()).isFalse();
    assertThat(kept.byConnection()).isTrue();
  }

  @Test
  void processesOfAnotherHostDoNotFit() {
    LaneLogs logs = logs(LaneRun.Pool.KEPT, 4, 0, false);
    // Each request at some process, whatever its connection.
    int[] next = {0};
    logs.processIds = id -> next[0]++ % 40;
    logs.build();

    KeptConnections kept = KeptConnections.of(logs.problem);

    assertThat(kept.byProcess()).as("%s", kept).isFalse();
    assertThat(kept.byConnection()).isTrue();
  }

  @Test
  void idsThatAreMissingAreMissed() {
    LaneLogs none = logs(LaneRun.Pool.KEPT, 4, 0, false);
    none.processes = false;
    KeptConnections withoutProcesses = KeptConnections.of(none.build().problem);
    assertThat(withoutProcesses.processTold()).isZero();
    assertThat(withoutProcesses.byProcess()).isFalse();
    assertThat(withoutProcesses.byConnection()).isTrue();

    LaneLogs few = logs(LaneRun.Pool.KEPT, 4, 0, false);
    few.connectionMissing = 2;
    KeptConnections half = KeptConnections.of(few.build().problem);
    assertThat(half.told()).isBetween(0.49, 0.51);
    assertThat(half.byProcess()).isFalse();
    assertThat(half.byConnection()).isFalse();
  }

  @Test
  void nothingIsNotKept() {
    KeptConnections kept = KeptConnections.of(Problem.builder().build());

    assertThat(kept.byProcess()).isFalse();
    assertThat(kept.byConnection()).isFalse();
    Problem requests = Problem.builder().request(0, 0, 5, "page", 1L).build();
    assertThat(KeptConnections.of(requests).byConnection()).isFalse();
    Problem queries = Problem.builder().query(5, 5, 1, "select", 1L).build();
    assertThat(KeptConnections.of(queries).byConnection()).isFalse();
  }
}
