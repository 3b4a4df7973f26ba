package io.tierlens.attribution.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.ClosedLoop;
import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.difference.Difference;
import io.tierlens.attribution.difference.MeanSplit;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTailTest {
  private static final long SECOND = ClosedLoop.SECOND;
  private static final List<Window> WINDOWS =
      List.of(new Window("early", 0, 500 * SECOND), new Window("late", 500 * SECOND, 900 * SECOND));

  @ParameterizedTest
  @ValueSource(ints = {1, 499, 500, 501, 502, 2_000})
  void sumsOverEndpointsAreThoseOfTheRun(int endpoints) {
    Attribution found = attributed(requests(new Random(endpoints), endpoints, 3_000), true);
    Map<String, double[]> sums = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (EndpointTier row : found.endpointTiers()) {
      double[] sum = sums.computeIfAbsent(row.windowName() + row.tier(), k -> new double[2]);
      sum[0] += row.requests();
      sum[1] += row.requests() * row.meanUs();
      names.add(row.endpoint());
    }
    int compared = 0;
    for (RunTier row : found.runTiers()) {
      if (row.windowName() == null && !row.tier().equals("request")) {
        // The run's total also holds the queries that no single request could be given.
        continue;
      }
      double[] sum = sums.get(row.windowName() + row.tier());
      assertThat(sum[0]).isEqualTo((double) row.requests());
      assertThat(sum[1] / sum[0]).isCloseTo(row.meanUs(), within(1e-3));
      compared++;
    }
    assertThat(compared).isEqualTo(7);
    assertThat(names).hasSize(endpoints <= 500 ? endpoints : 501);
    assertThat(names.contains(EndpointTail.NAME)).isEqualTo(endpoints > 500);
    List<Remark> inTail =
        found.remarks().stream()
            .filter(remark -> remark.rule() == Remark.Rule.ENDPOINTS_IN_TAIL)
            .toList();
    if (endpoints <= 500) {
      assertThat(inTail).isEmpty();
    } else {
      assertThat(inTail)
          .containsExactly(
              new Remark(
                  Remark.Rule.ENDPOINTS_IN_TAIL, null, null, endpoints - 500.0, endpoints * 1.0));
    }
  }

  @Test
  void thoseWithTheMostTimeInTheWholeRunAreKept() {
    List<WebRequest> requests = new ArrayList<>();
    for (int i = 0; i < 499; i++) {
      requests.add(request(i, "GET /big" + i, 10_000, 600));
    }
    // Much time in the early window, little in all.
    requests.add(request(1_000, "GET /often", 5_000, 100));
    requests.add(request(1_001, "GET /often", 5_000, 600));
    requests.add(request(1_002, "GET /once", 9_999, 100));
    Map<String, Long> early = requestsOf(attributed(requests, false), "early");
    assertThat(early).containsOnly(Map.entry("GET /often", 1L), Map.entry("{other}", 1L));
    // Of the same time the first by name.
    requests.set(requests.size() - 1, request(1_002, "GET /even", 10_000, 100));
    requests.add(request(1_003, "GET /a", 10_000, 600));
    assertThat(requestsOf(attributed(requests, false), "early"))
        .containsOnly(Map.entry("{other}", 2L));
    assertThat(requestsOf(attributed(requests, false), null))
        .hasSize(501)
        .containsKeys("GET /a", "GET /big0", "GET /big498")
        .containsEntry("{other}", 3L);
  }

  @Test
  void requestsWithoutAnEndpointAreInTheTailAndNoEndpointIs() {
    List<WebRequest> requests =
        List.of(request(1, "GET /a", 10, 1), request(2, null, 20, 1), request(3, null, 30, 1));
    Attribution found = attributed(requests, false);
    assertThat(requestsOf(found, null))
        .containsOnly(Map.entry("GET /a", 1L), Map.entry("{other}", 2L));
    assertThat(found.remarks())
        .extracting(Remark::rule)
        .doesNotContain(Remark.Rule.ENDPOINTS_IN_TAIL);
    assertThat(found.requests())
        .extracting(Request::endpoint)
        .containsExactlyInAnyOrder("GET /a", null, null);
  }

  /** Whatever is kept in which run, the parts sum to the difference. */
  @ParameterizedTest
  @CsvSource({"400, 400", "400, 900", "900, 400", "900, 900", "501, 500", "500, 501"})
  void comparisonsAddUp(int before, int after) {
    Attribution baseline = attributed(requests(new Random(5), before, 1_200), true);
    Attribution candidate = attributed(requests(new Random(6), after, 1_600), true);
    for (String window : new String[] {null, "early", "late"}) {
      MeanSplit split =
          Difference.split(baseline.endpointTiers(), candidate.endpointTiers(), window);
      double expected =
          mean(candidate.endpointTiers(), window) - mean(baseline.endpointTiers(), window);
      assertThat(split.totalUs()).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void beingKeptIsNoChange() {
    // The same requests, but each endpoint of the tail lacks a row in one run, and /x in the other.
    List<EndpointTier> baseline =
        List.of(
            row("GET /a", 10, 5), row("GET /x", 20, 3), row("GET /y", 40, 1), row("{other}", 7, 6));
    List<EndpointTier> candidate =
        List.of(row("GET /a", 10, 5), row("GET /z", 10, 2), row("{other}", 15.25, 8));
    MeanSplit split = Difference.split(baseline, candidate, null);
    assertThat(split.parts())
        .extracting(MeanSplit.Part::endpoint)
        .containsOnly("GET /a", "{other}");
    // 60 + 40 + 42 and 20 + 122 microseconds in ten requests each.
    assertThat(split.parts()).allSatisfy(part -> assertThat(part.deltaUs()).isZero());
  }

  @Test
  void whereTheOtherRunHasNoTailAnEndpointIsNewIndeed() {
    List<EndpointTier> whole = List.of(row("GET /a", 10, 5), row("GET /x", 20, 3));
    List<EndpointTier> other = List.of(row("GET /a", 10, 5));
    assertThat(EndpointTail.comparable(whole, other)).isEqualTo(whole);
    List<EndpointTier> tail = List.of(row("GET /a", 10, 5), row("{other}", 3, 2));
    assertThat(EndpointTail.comparable(tail, other)).isEqualTo(tail);
    assertThat(EndpointTail.comparable(whole, tail))
        .containsExactly(row("GET /a", 10, 5), row("{other}", 20, 3));
    EndpointTier late =
        new EndpointTier("w", "GET /x", "request", 1.0, 1.0, 1.0, 1.0, 1, "", 0.0, true);
    assertThat(EndpointTail.comparable(List.of(late), tail)).containsExactly(late);
  }

  @Test
  void aTierThatSomeEndpointsLackIsNotToldOfTheTail() {
    EndpointTier app =
        new EndpointTier(null, "GET /x", "app", 5.0, 4.0, null, 0.5, 3, "L1c", 0.1, true);
    List<EndpointTier> rows = List.of(row("GET /x", 10, 3), app, row("{other}", 30, 1));
    List<EndpointTier> found = EndpointTail.comparable(rows, List.of(row("{other}", 1, 1)));
    assertThat(found)
        .containsExactly(
            row("{other}", 15, 4),
            new EndpointTier(null, "{other}", "app", null, null, null, null, 3, "L1c", 0.1, false));
    EndpointTier rest =
        new EndpointTier(null, "{other}", "app", 9.0, 8.0, 9.0, 0.3, 1, "L1c", null, true);
    assertThat(
            EndpointTail.comparable(
                List.of(row("GET /x", 10, 3), app, row("{other}", 30, 1), rest),
                List.of(row("{other}", 1, 1))))
        .contains(
            new EndpointTier(null, "{other}", "app", 6.0, 5.0, null, 0.4, 4, "L1c", null, true));
  }

  private static List<WebRequest> requests(Random random, int endpoints, int count) {
    List<WebRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int name = i < endpoints ? i : random.nextInt(endpoints);
      requests.add(
          request(i, "GET /" + name, 1 + random.nextInt(3_000_000), 1 + random.nextInt(898)));
    }
    return requests;
  }

  private static WebRequest request(long key, String endpoint, long durationUs, long second) {
    return new WebRequest(key, "www", second * SECOND, 0, durationUs, endpoint, endpoint, 200, key);
  }

  private static Attribution attributed(List<WebRequest> requests, boolean withQueries) {
    List<Query> queries = new ArrayList<>();
    if (withQueries) {
      for (WebRequest request : requests) {
        queries.add(
            new Query(
                10_000 + request.key(),
                "www",
                request.startUs(),
                0,
                request.durationUs() / 2,
                request.key(),
                "f",
                request.key()));
      }
    }
    return RunAttribution.builder()
        .webRequests(requests)
        .queries(queries)
        .queriesLoggedFromUs(0L)
        .windows(WINDOWS)
        .build()
        .run();
  }

  private static Map<String, Long> requestsOf(Attribution found, String window) {
    Map<String, Long> requests = new TreeMap<>();
    for (EndpointTier row : found.endpointTiers()) {
      if (row.tier().equals("request") && String.valueOf(window).equals(row.windowName() + "")) {
        requests.put(row.endpoint(), row.requests());
      }
    }
    return requests;
  }

  private static double mean(List<EndpointTier> rows, String window) {
    double sum = 0;
    double requests = 0;
    for (EndpointTier row : rows) {
      if (row.tier().equals("request") && String.valueOf(window).equals(row.windowName() + "")) {
        sum += row.meanUs() * row.requests();
        requests += row.requests();
      }
    }
    return sum / requests;
  }

  private static EndpointTier row(String endpoint, double mean, long requests) {
    return new EndpointTier(
        null, endpoint, "request", mean, mean, mean, 1.0, requests, "totals", 0.0, true);
  }
}
