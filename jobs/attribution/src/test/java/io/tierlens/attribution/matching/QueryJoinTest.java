package io.tierlens.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.ClosedLoop;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.webapp.WebAppJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJoinTest {
  private static final long SECOND = 1_000_000;

  @ParameterizedTest
  @CsvSource({"1, 0.995", "2, 0.98", "4, 0.97", "8, 0.95"})
  void connectionsOfSeveralClientsFindTheirRequests(int clients, double share) {
    double right = 0;
    double all = 0;
    double expected = 0;
    for (int seed = 0; seed < 5; seed++) {
      ClosedLoop run = new ClosedLoop(100 + seed, clients, 120, false, false);
      QueryTies ties = join(run);
      assertThat(ties.level()).isEqualTo(Level.L1C);
      for (QueryAssignment row : ties.assignments()) {
        all++;
        right += run.requestOfQuery.get(row.queryKey()).equals(row.requestKey()) ? 1 : 0;
      }
      expected += ties.expected().shareRight() / 5;
    }
    assertThat(right / all).isGreaterThanOrEqualTo(share);
    // What the tying says of itself is near the truth, and not much above it.
    assertThat(expected).isBetween(right / all - 0.08, right / all + 0.03);
  }

  @Test
  void keptConnectionsAreALevelOfTheirOwn() {
    ClosedLoop exact = new ClosedLoop(5, 4, 60, true, true);
    QueryTies told = join(exact);
    assertThat(told.level()).isEqualTo(Level.L2);
    assertThat(told.shareOfConnectionsThatFit()).isLessThan(QueryJoin.CONNECTIONS_THAT_FIT);
    assertThat(told.tellsRequests()).isTrue();
    QueryTies coarse = join(new ClosedLoop(5, 4, 60, false, true));
    assertThat(coarse.level()).isEqualTo(Level.L2);
    assertThat(coarse.tellsRequests()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, L4", "12, L5"})
  void queriesWithoutConnectionIdAreShared(int clients, Level level) {
    ClosedLoop run = new ClosedLoop(6, clients, 60, false, false);
    List<Query> anonymous =
        run.queries.stream()
            .map(
                q ->
                    new Query(
                        q.key(),
                        q.host(),
                        q.startUs(),
                        q.slackUs(),
                        q.queryTimeUs(),
                        null,
                        q.fingerprintId(),
                        q.order()))
            .toList();
    QueryTies ties = QueryJoin.join(WebAppJoin.join(run.web, run.app).reaching(), anonymous);
    assertThat(ties.level()).isEqualTo(level);
    assertThat(ties.shareOfConnectionsThatFit()).isNull();
    assertThat(ties.tellsRequests()).isFalse();
    Map<Long, Double> weights = new HashMap<>();
    Map<Long, Boolean> trueOneIsThere = new HashMap<>();
    for (QueryAssignment row : ties.assignments()) {
      weights.merge(row.queryKey(), row.probability(), Double::sum);
      boolean isIt = run.requestOfQuery.get(row.queryKey()).equals(row.requestKey());
      trueOneIsThere.merge(row.queryKey(), isIt, Boolean::logicalOr);
    }
    assertThat(weights).hasSameSizeAs(run.queries);
    assertThat(weights.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
    assertThat(trueOneIsThere.values()).containsOnly(true);
  }

  @Test
  void noQueriesIsALevelOfItsOwn() {
    ClosedLoop run = new ClosedLoop(7, 1, 10, false, false);
    QueryTies ties = QueryJoin.join(WebAppJoin.join(run.web, run.app).reaching(), List.of());
    assertThat(ties.level()).isEqualTo(Level.NONE);
    assertThat(ties.assignments()).isEmpty();
  }

  @Test
  void startUpAndUntimedQueriesBelongToNone() {
    ClosedLoop run = new ClosedLoop(8, 1, 50, false, false);
    List<Query> queries = new ArrayList<>(run.queries);
    long before = ClosedLoop.START - 100 * SECOND;
    queries.add(new Query(1, "www", before, SECOND - 1, 70_000, 3L, "start-up", -2));
    queries.add(new Query(2, "www", null, 0, 50_000, 4L, "untimed", -1));
    QueryTies ties = QueryJoin.join(WebAppJoin.join(run.web, run.app).reaching(), queries);
    assertThat(ties.level()).isEqualTo(Level.L1C);
    Map<Long, QueryAssignment> rows = new HashMap<>();
    ties.assignments().forEach(row -> rows.put(row.queryKey(), row));
    assertThat(rows).hasSameSizeAs(queries);
    assertThat(rows.get(1L)).isEqualTo(new QueryAssignment(1, null, 1, "none"));
    assertThat(rows.get(2L)).isEqualTo(new QueryAssignment(2, null, 1, "none"));
    QueryTotals totals = QueryTotals.of(ties);
    assertThat(totals.outsideUs()).isEqualTo(70_000);
    assertThat(totals.withoutTime()).isEqualTo(1);
    double logged = run.queries.stream().mapToLong(Query::queryTimeUs).sum();
    assertThat(totals.possibleUs()).isEqualTo(logged + 50_000);
  }

  @Test
  void connectionIdsGivenAgainAreCutAtThePause() {
    ClosedLoop first = new ClosedLoop(9, 2, 40, false, false);
    ClosedLoop second = new ClosedLoop(10, 2, 40, false, false);
    long later = 5_000 * SECOND;
    List<WebRequest> web = new ArrayList<>(first.web);
    List<AppEvent> app = new ArrayList<>(first.app);
    List<Query> queries = new ArrayList<>(first.queries);
    Map<Long, Long> truth = new HashMap<>(first.requestOfQuery);
    long more = 1_000_000_000;
    for (WebRequest w : second.web) {
      web.add(
          new WebRequest(
              w.key() + more,
              w.host(),
              w.startUs() + later,
              w.slackUs(),
              w.durationUs(),
              w.endpoint(),
              w.path(),
              w.status(),
              w.order() + more));
    }
    for (AppEvent a : second.app) {
      app.add(
          new AppEvent(
              a.key() + more,
              a.host(),
              a.startUs() + later,
              a.slackUs(),
              a.durationUs(),
              a.errorUs(),
              null,
              null,
              null,
              a.path(),
              true,
              a.order() + more));
    }
    for (Query q : second.queries) {
      queries.add(
          new Query(
              q.key() + more,
              q.host(),
              q.startUs() + later,
              q.slackUs(),
              q.queryTimeUs(),
              q.threadId(),
              q.fingerprintId(),
              q.order() + more));
      truth.put(q.key() + more, second.requestOfQuery.get(q.key()) + more);
    }
    QueryTies ties = QueryJoin.join(WebAppJoin.join(web, app).reaching(), queries);
    assertThat(ties.level()).isEqualTo(Level.L1C);
    long right =
        ties.assignments().stream()
            .filter(row -> truth.get(row.queryKey()).equals(row.requestKey()))
            .count();
    assertThat((double) right / queries.size()).isGreaterThan(0.97);
  }

  private static QueryTies join(ClosedLoop run) {
    return QueryJoin.join(WebAppJoin.join(run.web, run.app).reaching(), run.queries);
  }
}
