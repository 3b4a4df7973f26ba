package io.tierlens.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.ClosedLoop;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level L0: statements that carry the id of their request. */
class RequestIdsTest {

  private static String id(long request) {
    return "req-" + request;
  }

  /** The access log of a run with an id in every line. */
  private static List<WebRequest> withIds(ClosedLoop run) {
    return run.web.stream().map(web -> with(web, id(web.key()))).toList();
  }

  private static WebRequest with(WebRequest web, String id) {
    return new WebRequest(
        web.key(),
        web.host(),
        web.startUs(),
        web.slackUs(),
        web.durationUs(),
        web.endpoint(),
        web.path(),
        web.status(),
        web.order(),
        web.session(),
        id);
  }

  /** The slow log of a run without connections, every statement but some with its request's id. */
  private static List<Query> withIds(ClosedLoop run, int oneWithoutOf) {
    List<Query> queries = new ArrayList<>();
    for (Query query : run.queries) {
      boolean without = oneWithoutOf > 0 && queries.size() % oneWithoutOf == 0;
      String id = without ? null : id(run.requestOfQuery.get(query.key()));
      queries.add(with(query, null, id));
    }
    return queries;
  }

  private static Query with(Query query, Long thread, String id) {
    return new Query(
        query.key(),
        query.host(),
        query.startUs(),
        query.slackUs(),
        query.queryTimeUs(),
        thread,
        query.fingerprintId(),
        query.order(),
        id);
  }

  private static Attribution run(ClosedLoop run, List<WebRequest> web, List<Query> queries) {
    return run.records().webRequests(web).queries(queries).build().run();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "1, false", "8, true", "8, false", "32, false"})
  void everyQueryGoesToItsRequestWhateverTheLoadAndTheStamps(int clients, boolean exact) {
    ClosedLoop loop = new ClosedLoop(71, clients, 40, exact, true);
    Attribution found = run(loop, withIds(loop), withIds(loop, 0));
    assertThat(found.level()).isEqualTo(Level.L0);
    assertThat(found.assignments()).hasSameSizeAs(loop.queries);
    assertThat(found.assignments())
        .allSatisfy(
            row -> {
              assertThat(row.requestKey()).isEqualTo(loop.requestOfQuery.get(row.queryKey()));
              assertThat(row.probability()).isOne();
              assertThat(row.level()).isEqualTo("L0");
            });
    for (Request request : found.requests()) {
      long truth = loop.dbTimeOfRequest.get(request.requestKey());
      assertThat(request.dbUs()).isEqualTo(truth);
      assertThat(request.dbLowUs()).isEqualTo(truth);
      assertThat(request.dbHighUs()).isEqualTo(truth);
    }
    RunTier db =
        found.runTiers().stream()
            .filter(row -> row.windowName() == null && row.tier().equals("db"))
            .findFirst()
            .orElseThrow();
    assertThat(db.meanUs()).isCloseTo(loop.meanDbUs(), within(1e-6));
    assertThat(found.endpointTiers())
        .filteredOn(row -> row.tier().equals("db"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.published()).isTrue();
              assertThat(row.expectedError()).isZero();
              assertThat(row.lowUs()).isEqualTo(row.meanUs());
              assertThat(row.highUs()).isEqualTo(row.meanUs());
            });
  }

  @Test
  void clocksOfTwoMachinesDoNotMatter() {
    ClosedLoop loop = new ClosedLoop(72, 4, 40, true, true);
    List<Query> late = new ArrayList<>();
    for (Query query : withIds(loop, 0)) {
      late.add(
          new Query(
              query.key(),
              "db",
              query.startUs() + 3_000_000,
              0,
              query.queryTimeUs(),
              null,
              null,
              query.order(),
              query.requestId()));
    }
    Attribution found = run(loop, withIds(loop), late);
    assertThat(found.level()).isEqualTo(Level.L0);
    assertThat(found.assignments())
        .allMatch(row -> loop.requestOfQuery.get(row.queryKey()).equals(row.requestKey()));
  }

  @ParameterizedTest
  @CsvSource({"0, L0", "51, L0", "49, L3", "2, L3"})
  void nearlyAllStatementsMustCarryAnId(int oneWithoutOf, Level level) {
    ClosedLoop loop = new ClosedLoop(73, 4, 100, true, true);
    Attribution found = run(loop, withIds(loop), withIds(loop, oneWithoutOf));
    assertThat(found.level()).isEqualTo(level);
    if (level == Level.L0 && oneWithoutOf > 0) {
      assertThat(found.assignments())
          .filteredOn(row -> row.requestKey() == null)
          .isNotEmpty()
          .allMatch(row -> row.level().equals("none"));
      assertThat(found.remarks())
          .extracting(Remark::rule)
          .contains(Remark.Rule.QUERIES_OF_NO_REQUEST);
    }
  }

  @Test
  void idsThatTheAccessLogDoesNotHoldTellNothing() {
    ClosedLoop loop = new ClosedLoop(74, 2, 40, true, true);
    assertThat(run(loop, loop.web, withIds(loop, 0)).level()).isEqualTo(Level.L3);
    List<WebRequest> others = loop.web.stream().map(web -> with(web, "x" + web.key())).toList();
    assertThat(run(loop, others, withIds(loop, 0)).level()).isEqualTo(Level.L3);
    List<WebRequest> same = loop.web.stream().map(web -> with(web, "one")).toList();
    assertThat(run(loop, same, withIds(loop, 0)).level()).isEqualTo(Level.L3);
  }

  @Test
  void aRequestThatIsNotInTheLogYetLeavesTheOthersExact() {
    ClosedLoop loop = new ClosedLoop(75, 4, 60, true, true);
    List<WebRequest> logged = withIds(loop);
    List<WebRequest> without = logged.subList(0, logged.size() - 1);
    Map<Long, WebRequest> left =
        without.stream().collect(Collectors.toMap(WebRequest::key, web -> web));
    Attribution found = run(loop, without, withIds(loop, 0));
    assertThat(found.level()).isEqualTo(Level.L0);
    assertThat(found.assignments())
        .allSatisfy(
            row -> {
              Long truth = loop.requestOfQuery.get(row.queryKey());
              assertThat(row.requestKey()).isEqualTo(left.containsKey(truth) ? truth : null);
            });
  }

  @Test
  void idsGoBeforeConnections() {
    ClosedLoop loop = new ClosedLoop(76, 8, 40, false, false);
    List<Query> both = new ArrayList<>();
    for (Query query : loop.queries) {
      both.add(with(query, query.threadId(), id(loop.requestOfQuery.get(query.key()))));
    }
    assertThat(run(loop, withIds(loop), loop.queries).level()).isEqualTo(Level.L1C);
    Attribution found = run(loop, withIds(loop), both);
    assertThat(found.level()).isEqualTo(Level.L0);
    assertThat(found.expected().shareRight()).isOne();
  }
}
