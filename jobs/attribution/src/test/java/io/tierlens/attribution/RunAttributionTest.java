package io.tierlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.Batches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAttributionTest {
  private static final long SECOND = ClosedLoop.SECOND;

  private static List<Window> windows() {
    return List.of(
        new Window("early", ClosedLoop.START, ClosedLoop.START + 60 * SECOND),
        new Window("late", ClosedLoop.START + 60 * SECOND, ClosedLoop.START + 90 * SECOND),
        new Window(
            "never", ClosedLoop.START + 90_000 * SECOND, ClosedLoop.START + 90_001 * SECOND));
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, true, true", "true, false, true, true", "false, true, true, true",
    "true, true, true, true", "false, false, false, true", "true, false, true, false",
    "false, false, false, false"
  })
  void everythingAddsUp(boolean exact, boolean kept, boolean withApp, boolean withQueries) {
    ClosedLoop run = new ClosedLoop(20, 4, 100, exact, kept);
    Attribution found =
        RunAttribution.builder()
            .webRequests(run.web)
            .appEvents(withApp ? run.app : List.of())
            .queries(withQueries ? run.queries : List.of())
            .windows(windows())
            .build()
            .run();
    int told = 0;
    for (Request request : found.requests()) {
      if (request.dbUs() != null) {
        told++;
        long sum =
            request.webAppUs() != null
                ? request.webAppUs() + request.dbUs()
                : request.webSelfUs() + request.appSelfUs() + request.dbUs();
        assertThat(sum).isEqualTo(request.durationUs());
        assertThat(request.dbUs()).isBetween(request.dbLowUs(), request.dbHighUs());
      }
    }
    boolean sure = found.expected() != null && found.expected().shareRight() >= 0.9;
    assertThat(told).isEqualTo(sure ? found.requests().size() : 0);
    Map<String, Double> parts = new HashMap<>();
    Map<String, Double> wholes = new HashMap<>();
    for (RunTier row : found.runTiers()) {
      sum(row.windowName() + "", row.tier(), row.meanUs(), parts, wholes);
    }
    for (EndpointTier row : found.endpointTiers()) {
      sum(row.windowName() + row.endpoint(), row.tier(), row.meanUs(), parts, wholes);
    }
    assertThat(wholes).isNotEmpty().doesNotContainKey("never");
    wholes.forEach(
        (slice, whole) -> {
          if (withQueries) {
            assertThat(parts.get(slice)).isCloseTo(whole, within(0.5));
          } else {
            assertThat(parts).containsEntry(slice, Double.NaN);
          }
        });
  }

  private static void sum(
      String slice,
      String tier,
      Double mean,
      Map<String, Double> parts,
      Map<String, Double> wholes) {
    if (tier.equals("request")) {
      wholes.put(slice, mean);
    } else if (!tier.equals("static")) {
      parts.merge(slice, mean == null ? Double.NaN : mean, Double::sum);
    }
  }

  @Test
  void runLevelMeansHoldTheTruthAtAnyLevel() {
    for (boolean kept : new boolean[] {false, true}) {
      for (int seed = 0; seed < (kept ? 2 : 10); seed++) {
        ClosedLoop run = new ClosedLoop(30 + seed, 4, 100, false, kept);
        Attribution found = run.records().build().run();
        assertThat(found.level()).isEqualTo(kept ? Level.L2 : Level.L1C);
        Map<String, RunTier> rows = tiers(found, null);
        assertThat(rows.get("db").meanUs()).isCloseTo(run.meanDbUs(), within(1e-6));
        assertThat(rows.get("db").level()).isEqualTo("totals");
        assertThat(rows.get("request").meanUs()).isEqualTo(rows.get("request").lowUs());
        assertThat(rows.get("web").published()).isTrue();
        assertThat(rows.get("static").requests()).isEqualTo(run.web.size() - (long) run.app.size());
      }
    }
  }

  @Test
  void exactPagesSplitEveryRequest() {
    ClosedLoop run = new ClosedLoop(41, 2, 80, true, false);
    for (Request request : run.records().build().run().requests()) {
      long app = run.appTimeOfRequest.get(request.requestKey());
      long db = run.dbTimeOfRequest.get(request.requestKey());
      assertThat(request.dbUs()).isEqualTo(db);
      assertThat(request.appSelfUs()).isEqualTo(app - db);
      assertThat(request.webSelfUs()).isEqualTo(request.durationUs() - app);
    }
  }

  @Test
  void endpointsAreRightWhereTheyArePublished() {
    ClosedLoop run = new ClosedLoop(42, 3, 200, false, false);
    Map<String, double[]> truth = new HashMap<>();
    for (WebRequest request : run.web) {
      if (run.dbTimeOfRequest.containsKey(request.key())) {
        double[] sum = truth.computeIfAbsent(request.endpoint(), e -> new double[2]);
        sum[0] += run.dbTimeOfRequest.get(request.key());
        sum[1]++;
      }
    }
    int published = 0;
    for (EndpointTier row : run.records().build().run().endpointTiers()) {
      double[] sum = truth.get(row.endpoint());
      assertThat(row.requests()).isEqualTo((long) sum[1]);
      if (row.tier().equals("db") && row.published()) {
        published++;
        double mean = sum[0] / sum[1];
        assertThat(row.meanUs()).isCloseTo(mean, within(0.02 * mean + 1));
      }
    }
    assertThat(published).isEqualTo(truth.size());
  }

  @Test
  void equalSplitPublishesNoEndpoint() {
    Attribution found = new ClosedLoop(43, 12, 40, false, true).records().build().run();
    assertThat(found.endpointTiers())
        .filteredOn(row -> row.tier().equals("db") || row.tier().equals("app"))
        .isNotEmpty()
        .noneMatch(EndpointTier::published);
    assertThat(found.requests()).allMatch(request -> request.dbUs() == null);
    assertThat(found.remarks())
        .extracting(Remark::rule)
        .contains(Remark.Rule.CONNECTIONS_ARE_NOT_REQUESTS);
  }

  @Test
  void thresholdMakesTheDatabaseALowerBound() {
    ClosedLoop run = new ClosedLoop(44, 2, 100, false, false);
    long threshold = 40_000;
    List<Query> slow = run.queries.stream().filter(q -> q.queryTimeUs() >= threshold).toList();
    for (Long stated : new Long[] {threshold, null}) {
      Attribution found =
          RunAttribution.builder()
              .webRequests(run.web)
              .appEvents(run.app)
              .queries(slow)
              .queriesLoggedFromUs(stated)
              .build()
              .run();
      Map<String, RunTier> rows = tiers(found, null);
      assertThat(rows.get("db").meanUs()).isNull();
      assertThat(rows.get("db").highUs()).isNull();
      assertThat(rows.get("db").lowUs()).isPositive().isLessThan(run.meanDbUs());
      assertThat(rows.get("app").meanUs()).isNull();
      assertThat(rows.get("app").lowUs()).isZero();
      assertThat(rows.get("app").highUs()).isGreaterThan(run.meanAppUs() - run.meanDbUs());
      assertThat(rows.get("web").meanUs()).isNotNull();
      assertThat(found.requests()).allMatch(request -> request.dbHighUs() == null);
      assertThat(found.remarks())
          .extracting(Remark::rule)
          .contains(Remark.Rule.QUERIES_BELOW_THRESHOLD);
    }
  }

  @Test
  void aSampleOfTheQueriesIsALowerBound() {
    ClosedLoop run = new ClosedLoop(44, 2, 100, false, false);
    Attribution all = run.records().build().run();
    assertThat(all.remarks()).extracting(Remark::rule).doesNotContain(Remark.Rule.QUERIES_SAMPLED);
    Attribution found = run.records().queriesSampledOneOf(10).build().run();
    RunTier db = tiers(found, null).get("db");
    assertThat(db.meanUs()).isNull();
    assertThat(db.highUs()).isNull();
    assertThat(db.lowUs()).isPositive();
    assertThat(found.remarks()).extracting(Remark::rule).contains(Remark.Rule.QUERIES_SAMPLED);
  }

  @Test
  void orderOfTheRecordsDoesNotMatter() {
    ClosedLoop run = new ClosedLoop(45, 4, 60, false, false);
    Attribution before = run.records().windows(windows()).build().run();
    Collections.shuffle(run.web, new Random(1));
    Collections.shuffle(run.app, new Random(2));
    Collections.shuffle(run.queries, new Random(3));
    assertThat(run.records().windows(windows()).build().run()).isEqualTo(before);
  }

  @Test
  void emptyRunsGiveNoRowsAndNoErrors() {
    Attribution nothing = RunAttribution.builder().windows(windows()).build().run();
    assertThat(nothing.requests()).isEmpty();
    assertThat(nothing.runTiers()).isEmpty();
    ClosedLoop run = new ClosedLoop(46, 1, 5, false, false);
    Attribution queriesOnly = RunAttribution.builder().queries(run.queries).build().run();
    assertThat(queriesOnly.assignments())
        .hasSize(run.queries.size())
        .allMatch(row -> row.requestKey() == null);
    Attribution eventsOnly = RunAttribution.builder().appEvents(run.app).build().run();
    assertThat(eventsOnly.requests()).isEmpty();
  }

  @Test
  void oneRequestIsARun() {
    WebRequest request = new WebRequest(1, "www", 0, SECOND - 1, SECOND, "GET /a", "/a", 200, 1);
    Query query = new Query(2, "www", 0L, SECOND - 1, 300_000, 7L, "f", 1);
    Attribution found =
        RunAttribution.builder()
            .webRequests(List.of(request))
            .queries(List.of(query))
            .queriesLoggedFromUs(0L)
            .build()
            .run();
    assertThat(found.assignments()).containsExactly(new QueryAssignment(2, 1L, 1, "L1c"));
    assertThat(found.requests().get(0).webAppUs()).isEqualTo(700_000);
    assertThat(tiers(found, null).get("web_app").meanUs()).isEqualTo(700_000);
    assertThat(found.remarks())
        .extracting(Remark::rule)
        .containsExactly(
            Remark.Rule.NO_APPLICATION_LOG,
            Remark.Rule.QUERIES_EXPECTED_RIGHT,
            Remark.Rule.ENDPOINT_ERROR_EXPECTED);
  }

  @Test
  void batchesAreThereWhenTheRunIsLongEnough() {
    Attribution brief = new ClosedLoop(47, 1, 50, false, false).records().build().run();
    Attribution lengthy = new ClosedLoop(48, 2, 300, false, false).records().build().run();
    assertThat(brief.runTiers()).allMatch(row -> row.batchMeanUs().isEmpty());
    Map<String, RunTier> rows = tiers(lengthy, null);
    int batches = Batches.count(rows.get("request").requests());
    assertThat(rows.get("request").batchMeanUs()).hasSize(batches);
    for (int i = 0; i < batches; i++) {
      double parts = 0;
      for (String tier : List.of("web", "app", "db")) {
        parts += rows.get(tier).batchMeanUs().get(i);
      }
      assertThat(parts).isCloseTo(rows.get("request").batchMeanUs().get(i), within(1e-3));
    }
    assertThat(rows.get("static").batchMeanUs()).isEmpty();
  }

  @Test
  void windowTakesTheRequestsThatLikelyStartInIt() {
    // Stamped in second 10, so on average at 10.5: a window from 10.2 on holds it.
    List<WebRequest> requests = new ArrayList<>();
    requests.add(new WebRequest(1, "www", 10 * SECOND, SECOND - 1, 1, "GET /a", "/a", 200, 1));
    Window from = new Window("from", 10_200_000, 20 * SECOND);
    Window before = new Window("before", 0, 10_200_000);
    Attribution found =
        RunAttribution.builder().webRequests(requests).windows(List.of(before, from)).build().run();
    assertThat(found.requests().get(0).windowName()).isEqualTo("from");
    assertThat(tiers(found, "before")).isEmpty();
    assertThat(tiers(found, "from").get("request").requests()).isEqualTo(1);
  }

  private static Map<String, RunTier> tiers(Attribution found, String window) {
    Map<String, RunTier> rows = new HashMap<>();
    for (RunTier row : found.runTiers()) {
      if (Objects.equals(row.windowName(), window)) {
        rows.put(row.tier(), row);
      }
    }
    return rows;
  }
}
