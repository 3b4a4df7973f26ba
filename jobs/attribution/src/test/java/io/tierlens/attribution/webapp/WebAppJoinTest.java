package io.tierlens.attribution.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.ClosedLoop;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAppJoinTest {
  private static final long SECOND = 1_000_000;

  @ParameterizedTest
  @CsvSource({"1, 0.995", "2, 0.97", "4, 0.93", "8, 0.88"})
  void pairsOfSeveralClientsFindTheirRequests(int clients, double share) {
    int right = 0;
    int all = 0;
    for (int seed = 0; seed < 5; seed++) {
      ClosedLoop run = new ClosedLoop(seed, clients, 100, false, false);
      WebAppTies ties = WebAppJoin.join(run.web, run.app);
      assertThat(ties.reaching()).hasSize(run.app.size());
      assertThat(ties.reaching().size() + ties.others().size()).isEqualTo(run.web.size());
      assertThat(ties.others()).allMatch(request -> request.path().equals("/logo.png"));
      assertThat(ties.looseEvents()).isEmpty();
      for (TiedRequest request : ties.reaching()) {
        all++;
        right += request.event().key() == run.eventOfRequest.get(request.web().key()) ? 1 : 0;
      }
    }
    assertThat((double) right / all).isGreaterThanOrEqualTo(share);
  }

  @Test
  void exactStampsLeaveNoDoubt() {
    ClosedLoop run = new ClosedLoop(3, 8, 100, true, false);
    for (TiedRequest request : WebAppJoin.join(run.web, run.app).reaching()) {
      assertThat(request.event().key())
          .isEqualTo(run.eventOfRequest.get(request.web().key()).longValue());
    }
  }

  /** A request of 1.5 s stamped 10 s; the page is possible where some instants put it inside. */
  @ParameterizedTest
  @CsvSource({
    "8, 1, false", "8, 2, true", "9, 0, false", "9, 1, true", "10, 0, true", "10, 1, true",
    "10, 2, true", "10, 3, false", "11, 0, true", "11, 1, true", "11, 2, false", "12, 0, true",
    "13, 0, false"
  })
  void pageOfWholeSecondsMustFitIntoTheRequest(long start, long seconds, boolean fits) {
    WebRequest request = request(1, 10 * SECOND, 1_500_000, "/a", null);
    AppEvent event = pair(1, start * SECOND, seconds, "/a", null);
    // 8 to 10 is impossible: the request can't start before second 10.
    boolean possible = fits && start + 1 > 10;
    WebAppTies ties = WebAppJoin.join(List.of(request), List.of(event));
    assertThat(ties.reaching().get(0).event() != null).isEqualTo(possible);
    assertThat(ties.looseEvents()).hasSize(possible ? 0 : 1);
  }

  @Test
  void endpointThatTheApplicationNamesReachesItEvenWithoutPage() {
    WebRequest paired = request(1, 0, SECOND, "/a/1", "GET /a/{n}", null);
    WebRequest bounced = request(2, 9 * SECOND, SECOND, "/a/2", "GET /a/{n}", null);
    WebRequest picture = request(3, 0, SECOND, "/x.png", "GET /x.png", null);
    WebAppTies ties =
        WebAppJoin.join(
            List.of(picture, bounced, paired), List.of(pair(1, 0, 1, "/a/1?q=2", null)));
    assertThat(ties.reaching()).extracting(r -> r.web().key()).containsExactly(1L, 2L);
    assertThat(ties.reaching().get(1).event()).isNull();
    assertThat(ties.others()).containsExactly(picture);
  }

  @Test
  void withoutApplicationLogEveryRequestReachesIt() {
    WebAppTies ties = WebAppJoin.join(List.of(request(1, 0, 1, "/x.png", null)), List.of());
    assertThat(ties.reaching()).hasSize(1);
    assertThat(ties.others()).isEmpty();
  }

  @Test
  void sessionAndRequestIdDecideWhereBothLogsHoldThem() {
    List<WebRequest> requests = new ArrayList<>();
    requests.add(request(1, 0, 3 * SECOND, "/a", "s1"));
    requests.add(request(2, 0, 3 * SECOND, "/a", "s2"));
    List<AppEvent> events =
        List.of(pair(11, SECOND, 1, "/a", "s2"), pair(12, SECOND, 1, "/a", "s1"));
    WebAppTies ties = WebAppJoin.join(requests, events);
    assertThat(ties.reaching()).extracting(r -> r.event().key()).containsExactly(12L, 11L);
    assertThat(WebAppJoin.join(requests, List.of(pair(13, 0, 1, "/a", "other"))).looseEvents())
        .hasSize(1);
  }

  @Test
  void anIdDecidesWhateverPathAndClockSay() {
    List<WebRequest> requests =
        List.of(named(1, 0, "/a", "x"), named(2, 0, "/b", "y"), named(3, 0, "/c", null));
    // The application rewrote the paths, and its clock is an hour ahead.
    long ahead = 3600 * SECOND;
    List<AppEvent> events =
        List.of(
            page(11, ahead, "/b", "x"),
            page(12, ahead, "/rewritten", "y"),
            page(13, 0, "/a", null),
            page(14, ahead + SECOND, "/b", "y"),
            page(15, 0, "/c", "unknown"));
    WebAppTies ties = WebAppJoin.join(requests, events);
    assertThat(ties.reaching())
        .extracting(r -> r.event() == null ? null : r.event().key())
        .containsExactly(11L, 12L, 15L);
    assertThat(ties.looseEvents()).extracting(AppEvent::key).containsExactly(13L, 14L);
  }

  @Test
  void anIdOfSeveralRequestsDecidesNothing() {
    List<WebRequest> requests = List.of(named(1, 0, "/a", "x"), named(2, 0, "/b", "x"));
    WebAppTies ties = WebAppJoin.join(requests, List.of(page(11, 0, "/b", "x")));
    assertThat(ties.reaching())
        .filteredOn(r -> r.event() != null)
        .extracting(r -> r.web().key())
        .containsExactly(2L);
  }

  private static WebRequest named(long key, long startUs, String path, String id) {
    return new WebRequest(
        key, "www", startUs, 0, 2 * SECOND, "GET " + path, path, 200, key, null, id);
  }

  private static AppEvent page(long key, long startUs, String path, String id) {
    return new AppEvent(key, "www", startUs, 0, SECOND, 0L, null, null, null, path, true, key, id);
  }

  @Test
  void clocksOfTwoHostsMayBeASecondApart() {
    WebRequest request = new WebRequest(1, "www", 10 * SECOND, 0, SECOND, "GET /a", "/a", 200, 1);
    AppEvent near =
        new AppEvent(1, "app", 9_100_000, 0, 900_000L, 0L, null, null, null, "/a", true, 1);
    AppEvent same =
        new AppEvent(1, "www", 9_100_000, 0, 900_000L, 0L, null, null, null, "/a", true, 1);
    assertThat(WebAppJoin.join(List.of(request), List.of(near)).looseEvents()).isEmpty();
    assertThat(WebAppJoin.join(List.of(request), List.of(same)).looseEvents()).hasSize(1);
    AppEvent early =
        new AppEvent(1, "app", 8_000_000, 0, 900_000L, 0L, null, null, null, "/a", true, 1);
    assertThat(WebAppJoin.join(List.of(request), List.of(early)).looseEvents()).hasSize(1);
  }

  private static WebRequest request(
      long key, long startUs, long durationUs, String path, String session) {
    return request(key, startUs, durationUs, path, "GET " + path, session);
  }

  private static WebRequest request(
      long key, long startUs, long durationUs, String path, String endpoint, String session) {
    return new WebRequest(
        key, "www", startUs, SECOND - 1, durationUs, endpoint, path, 200, key, session, null);
  }

  private static AppEvent pair(long key, long startUs, long seconds, String path, String session) {
    return new AppEvent(
        key,
        "www",
        startUs,
        SECOND - 1,
        seconds * SECOND,
        SECOND,
        null,
        null,
        session,
        path,
        true,
        key);
  }
}
