package io.tierlens.attribution.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.clock.Narrowed;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.simulation.Connections;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.simulation.Stamps;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.webapp.TiedRequest;
import io.tierlens.attribution.webapp.WebAppJoin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelfTestTest {

  @ParameterizedTest
  @CsvSource({"2, true", "4, true", "8, true", "2, false", "8, false"})
  void foretellsTheShareThatIsRight(int clients, boolean keyless) {
    Simulation plan =
        Simulation.closed(clients).seed(40 + clients).requests(400).think(50).withoutPids();
    SimulatedRun run = (keyless ? plan.withoutConnectionIds() : plan).run();
    Attribution found = run.records().build().run();
    assertThat(found.level()).isEqualTo(keyless ? Level.L3 : Level.L2);
    double share = right(run, found);
    assertThat(found.expected().shareRight()).isBetween(share - 0.06, share + 0.06);
  }

  @ParameterizedTest
  @EnumSource(Stamps.class)
  void whatIsPlantedCouldHaveBeenLogged(Stamps stamps) {
    SimulatedRun run =
        Simulation.closed(4).seed(3).requests(200).think(50).stamps(stamps).withoutPids().run();
    List<TiedRequest> requests = WebAppJoin.join(run.web(), run.app()).reaching();
    QueryTies ties = truth(run, requests);
    Planting planting = Planting.of(run.queries(), ties, 1);

    Map<Integer, Long> connections = new HashMap<>();
    for (int g = 0; g < ties.groups().size(); g++) {
      connections.put(ties.tiedRequest(g), ties.groups().get(g).threadId());
    }
    long planted = 0;
    for (int i = 0; i < planting.queries().size(); i++) {
      Query query = planting.queries().get(i);
      assertThat(query.order()).isEqualTo(i);
      int r = planting.request(i);
      if (r < 0) {
        continue;
      }
      planted++;
      TiedRequest request = requests.get(r);
      assertThat(query.threadId()).isEqualTo(connections.get(r));
      assertThat(query.startUs()).isLessThanOrEqualTo(request.latestEndUs());
      assertThat(query.startUs() + query.slackUs() + query.queryTimeUs())
          .isGreaterThanOrEqualTo(request.earliestStartUs());
      if (stamps == Stamps.MICROSECONDS) {
        AppEvent page = request.event();
        assertThat(query.startUs()).isGreaterThanOrEqualTo(page.startUs());
        assertThat(query.startUs() + query.queryTimeUs())
            .isLessThanOrEqualTo(page.startUs() + page.durationUs() + 2);
      }
    }
    assertThat(planted).isGreaterThan(run.queries().size() / 2L);
    assertThat(Planting.of(run.queries(), ties, 1).queries()).isEqualTo(planting.queries());
    assertThat(Planting.of(run.queries(), ties, 2).queries()).isNotEqualTo(planting.queries());
  }

  @Test
  void startsKeepTheOrderOfLinesAndProcesses() {
    SimulatedRun run =
        Simulation.closed(4).seed(5).requests(300).think(20).stamps(Stamps.WHOLE_SECONDS).run();
    List<AppEvent> pages = Narrowed.events(run.app()).records();
    List<TiedRequest> requests = WebAppJoin.join(run.web(), pages).reaching();
    long[] starts = TrueStarts.of(requests, new Random(1));
    Map<Long, long[]> lastOfProcess = new HashMap<>();
    List<Integer> byStart =
        IntStream.range(0, starts.length)
            .boxed()
            .sorted(Comparator.comparingLong(r -> starts[r]))
            .toList();
    int overlapping = 0;
    int outside = 0;
    for (int r : byStart) {
      AppEvent page = requests.get(r).event();
      // Lines and processes are kept to one after the other, so that here and there both can't be.
      assertThat(starts[r]).isBetween(page.startUs() - 500_000, page.latestStartUs() + 500_000);
      outside += starts[r] < page.startUs() || starts[r] > page.latestStartUs() ? 1 : 0;
      long[] last = lastOfProcess.put(page.pid(), new long[] {starts[r] + page.durationUs()});
      overlapping += last != null && last[0] > starts[r] + 1 ? 1 : 0;
    }
    assertThat(overlapping).isLessThan(starts.length / 50);
    assertThat(outside).isLessThan(starts.length / 20);
  }

  @Test
  void anotherRunsPagesCalibrateABusyOne() {
    SimulatedRun run =
        Simulation.closed(2)
            .seed(8)
            .requests(150)
            .think(50)
            .stamps(Stamps.WHOLE_SECONDS)
            .withoutPids()
            .run();
    SimulatedRun calibration = Simulation.closed(1).seed(9).requests(300).run();
    Attribution alone = run.records().build().run();
    Attribution taught =
        run.records().calibratedBy(calibration.records().build().learn()).build().run();
    assertThat(alone.level()).isEqualTo(Level.L5);
    assertThat(taught.level()).isEqualTo(Level.L2);
    assertThat(right(run, taught)).isGreaterThan(right(run, alone) + 0.5);
    // A run of which nothing tells whose queries are teaches nothing.
    SimulatedRun mute =
        Simulation.closed(16)
            .seed(8)
            .requests(300)
            .think(5)
            .stamps(Stamps.WHOLE_SECONDS)
            .connections(Connections.ANY_FREE)
            .withoutPids()
            .withoutConnectionIds()
            .run();
    assertThat(mute.records().build().run().level()).isEqualTo(Level.L5);
    assertThat(mute.records().build().learn()).isNull();
  }

  private static double right(SimulatedRun run, Attribution found) {
    double right = 0;
    for (QueryAssignment row : found.assignments()) {
      right +=
          run.requestOfQuery().get(row.queryKey()).equals(row.requestKey()) ? row.probability() : 0;
    }
    return right / run.queries().size();
  }

  /** Ties as they truly are. */
  private static QueryTies truth(SimulatedRun run, List<TiedRequest> requests) {
    Map<Long, Integer> placeOf = new HashMap<>();
    for (int r = 0; r < requests.size(); r++) {
      placeOf.put(requests.get(r).web().key(), r);
    }
    List<QueryGroup> groups = QueryGroups.single(run.queries());
    int[] tied = new int[groups.size()];
    for (int g = 0; g < tied.length; g++) {
      long key = run.queries().get(groups.get(g).queries()[0]).key();
      tied[g] = placeOf.get(run.requestOfQuery().get(key));
    }
    Candidates known = Candidates.known(tied);
    return new QueryTies(Level.L3, run.queries(), requests, groups, known, known.whole(tied));
  }
}
