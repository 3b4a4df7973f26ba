package io.tierlens.attribution.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the simulator against laws of queueing theory, of which it contains nothing. */
class SimulationIT {

  @ParameterizedTest
  @CsvSource({"1, 500", "4, 200", "16, 1000"})
  void clientsAreEitherWaitingOrThinking(int clients, double thinkMs) {
    SimulatedRun run = Simulation.closed(clients).seed(3).requests(4000).think(thinkMs).run();
    // Little's law for the whole loop: X (R + Z) = N.
    double throughput = run.truth().size() / run.seconds();
    double response =
        run.truth().stream().mapToLong(TrueRequest::durationUs).average().orElse(0) / 1e6;
    assertThat(throughput * (response + thinkMs / 1e3)).isCloseTo(clients, within(0.04 * clients));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60})
  void busyTimeIsWhatTheRequestsNeeded(int seconds) {
    SimulatedRun run =
        Simulation.closed(6).seed(4).requests(800).systemTimes(3).disk(0.2, 9).quiet(30).run();
    double user = 0;
    double system = 0;
    for (CpuSample sample : run.cpu(seconds)) {
      double coreSeconds = sample.cores() * sample.lengthUs() / 1e6 / 100;
      user += sample.user() * coreSeconds;
      system += sample.system() * coreSeconds;
    }
    double needed = run.truth().stream().mapToDouble(TrueRequest::userUs).sum() / 1e6;
    assertThat(user).isCloseTo(needed, within(1e-4 * needed));
    double kernel = run.truth().stream().mapToDouble(TrueRequest::systemUs).sum() / 1e6;
    assertThat(system).isCloseTo(kernel, within(1e-4 * kernel));
  }

  /** M/G/1 with processor sharing: R = E[S] / (1 - rho), whatever the distribution. */
  @ParameterizedTest
  @CsvSource({"0.3, 0", "0.6, 0.5", "0.6, 1.2", "0.8, 0.5"})
  void oneProcessorSharedByChanceArrivals(double load, double spread) {
    SimulatedRun run = theory(load / 0.1, 1, spread, 30_000);
    assertThat(meanUs(run)).isCloseTo(100_000 / (1 - load), within(6_000 / (1 - load)));
  }

  /** Several processors: the mean of M/M/c, by Erlang's C. */
  @ParameterizedTest
  @CsvSource({"2, 1.4", "4, 3.2"})
  void severalProcessorsSharedByChanceArrivals(int cores, double offered) {
    SimulatedRun run = theory(offered / 0.1, cores, 0.8, 30_000);
    double term = 1;
    double sum = 0;
    for (int k = 0; k < cores; k++) {
      sum += term;
      term *= offered / (k + 1);
    }
    double waiting = term * cores / (cores - offered);
    double mustWait = waiting / (sum + waiting);
    double expected = 100_000 * (1 + mustWait / (cores - offered));
    assertThat(meanUs(run)).isCloseTo(expected, within(0.06 * expected));
  }

  /** The machine repairman: clients that think, c processors; exact by the balance equations. */
  @ParameterizedTest
  @CsvSource({"4, 1", "10, 2", "8, 4"})
  void clientsThatShareProcessors(int clients, int cores) {
    double think = 0.3;
    double service = 0.1;
    double[] weight = new double[clients + 1];
    weight[0] = 1;
    double all = 1;
    for (int n = 1; n <= clients; n++) {
      weight[n] = weight[n - 1] * (clients - n + 1) / think * service / Math.min(n, cores);
      all += weight[n];
    }
    double thinking = 0;
    for (int n = 0; n <= clients; n++) {
      thinking += weight[n] / all * (clients - n);
    }
    double expected = thinking / think;
    SimulatedRun run =
        Simulation.closed(clients)
            .seed(8)
            .requests(12_000)
            .think(1e3 * think)
            .cores(cores)
            .pages(Shop.onePage(1e3 * service))
            .web(0)
            .spread(0.7)
            .run();
    assertThat(run.truth().size() / run.seconds()).isCloseTo(expected, within(0.03 * expected));
  }

  private static SimulatedRun theory(double perSecond, int cores, double spread, int requests) {
    return Simulation.open(perSecond)
        .seed(5)
        .requests(requests)
        .cores(cores)
        .pages(Shop.onePage(100))
        .web(0)
        .spread(spread)
        .workers(10_000)
        .run();
  }

  private static double meanUs(SimulatedRun run) {
    return run.truth().stream().mapToLong(TrueRequest::durationUs).average().orElse(0);
  }

  @Test
  void sameDescriptionSameRun() {
    SimulatedRun one = Simulation.closed(3).seed(9).requests(200).drift(0.05).stolen(0.1).run();
    SimulatedRun two = Simulation.closed(3).seed(9).requests(200).drift(0.05).stolen(0.1).run();
    assertThat(two.web()).isEqualTo(one.web());
    assertThat(two.app()).isEqualTo(one.app());
    assertThat(two.queries()).isEqualTo(one.queries());
    assertThat(two.truth()).isEqualTo(one.truth());
    assertThat(two.cpu()).isEqualTo(one.cpu());
    assertThat(Simulation.closed(3).seed(10).requests(200).run().web()).isNotEqualTo(one.web());
  }

  @Test
  void aSlowerMachineIsAskedTheSame() {
    SimulatedRun bare = Simulation.closed(1).seed(9).requests(300).run();
    SimulatedRun guest =
        Simulation.closed(1).seed(9).requests(300).systemTimes(8).systemSpread(0.5).run();
    double user = bare.truth().stream().mapToDouble(TrueRequest::userUs).sum();
    double system = bare.truth().stream().mapToDouble(TrueRequest::systemUs).sum();
    assertThat(guest.truth().stream().mapToDouble(TrueRequest::userUs).sum())
        .isCloseTo(user, within(1e-6 * user));
    assertThat(guest.truth().stream().mapToDouble(TrueRequest::systemUs).sum())
        .isCloseTo(8 * system, within(0.8 * system));
    assertThat(guest.truth().stream().map(TrueRequest::page).toList())
        .isEqualTo(bare.truth().stream().map(TrueRequest::page).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"MICROSECONDS", "WHOLE_SECONDS"})
  void logsHoldTheTruthWithinTheirSlack(Stamps stamps) {
    for (AppLog appLog : List.of(AppLog.START_AND_DURATION, AppLog.START_AND_END)) {
      SimulatedRun run =
          Simulation.closed(5)
              .seed(6)
              .requests(400)
              .stamps(stamps)
              .appLog(appLog)
              .staticFiles(0.2)
              .disk(0.3, 60)
              .run();
      Map<Long, TrueRequest> truth = new HashMap<>();
      Map<Long, TrueRequest> ofEvent = new HashMap<>();
      run.truth().forEach(request -> truth.put(request.key(), request));
      run.truth().forEach(request -> ofEvent.put(request.eventKey(), request));
      run.web()
          .forEach(
              web ->
                  assertThat(truth.get(web.key()).startUs())
                      .isBetween(web.startUs(), web.startUs() + web.slackUs()));
      for (AppEvent event : run.app()) {
        TrueRequest request = ofEvent.get(event.key());
        assertThat(request.appStartUs()).isBetween(event.startUs(), event.latestStartUs());
        assertThat(request.appEndUs()).isBetween(event.earliestEndUs(), event.latestEndUs());
      }
      Map<Long, Long> db = new HashMap<>();
      for (Query query : run.queries()) {
        TrueRequest request = truth.get(run.requestOfQuery().get(query.key()));
        assertThat(query.startUs() + query.slackUs()).isGreaterThanOrEqualTo(request.appStartUs());
        assertThat(query.startUs() + query.queryTimeUs()).isLessThanOrEqualTo(request.appEndUs());
        db.merge(request.key(), query.queryTimeUs(), Long::sum);
      }
      for (TrueRequest request : run.truth()) {
        assertThat(db.getOrDefault(request.key(), 0L)).isEqualTo(request.dbUs());
        assertThat(request.dbUs()).isLessThanOrEqualTo(request.appUs());
        // The statement waits for the disk; each end is rounded to a microsecond.
        assertThat(request.dbUs() + 1.0 * request.queries())
            .isGreaterThanOrEqualTo(request.diskUs());
        assertThat(request.webSelfUs()).isNotNegative();
      }
      int[] ties = run.problemTruth();
      assertThat(ties).hasSize(run.queries().size());
      for (int q = 0; q < ties.length; q++) {
        assertThat(run.problem().fits(q, ties[q])).isTrue();
        if (q > 20) {
          break;
        }
      }
    }
  }

  @Test
  void linesAreInTheOrderOfEnds() {
    SimulatedRun run = Simulation.closed(8).seed(2).requests(500).run();
    for (int i = 1; i < run.web().size(); i++) {
      assertThat(run.web().get(i).startUs() + run.web().get(i).durationUs())
          .isGreaterThanOrEqualTo(
              run.web().get(i - 1).startUs() + run.web().get(i - 1).durationUs());
    }
    for (int i = 1; i < run.queries().size(); i++) {
      Query one = run.queries().get(i - 1);
      Query two = run.queries().get(i);
      assertThat(two.startUs() + two.queryTimeUs())
          .isGreaterThanOrEqualTo(one.startUs() + one.queryTimeUs());
    }
  }

  @Test
  void connectionsServeWhomTheyShould() {
    SimulatedRun sticky = Simulation.closed(4).seed(2).requests(600).recycleAfter(25).run();
    Map<Long, Set<Long>> pids = pidsOfConnections(sticky);
    assertThat(pids).hasSizeGreaterThan(20);
    assertThat(pids.values()).allMatch(ofOne -> ofOne.size() == 1);
    SimulatedRun each =
        Simulation.closed(4).seed(2).requests(600).connections(Connections.PER_REQUEST).run();
    Map<Long, Set<Long>> requests = new HashMap<>();
    each.queries()
        .forEach(
            query ->
                requests
                    .computeIfAbsent(query.threadId(), id -> new HashSet<>())
                    .add(each.requestOfQuery().get(query.key())));
    assertThat(requests).hasSize(requestsWithQueries(each));
    assertThat(requests.values()).allMatch(ofOne -> ofOne.size() == 1);
    SimulatedRun pool = Simulation.closed(8).seed(2).requests(600).pool(2).run();
    assertThat(pidsOfConnections(pool)).hasSize(2);
    assertThat(pidsOfConnections(pool).values()).allMatch(ofOne -> ofOne.size() == 8);
  }

  private static int requestsWithQueries(SimulatedRun run) {
    return (int) run.truth().stream().filter(request -> request.queries() > 0).count();
  }

  private static Map<Long, Set<Long>> pidsOfConnections(SimulatedRun run) {
    Map<Long, Long> pidOfEvent = new HashMap<>();
    run.app().forEach(event -> pidOfEvent.put(event.key(), event.pid()));
    Map<Long, Long> events = run.eventOfRequest();
    Map<Long, Set<Long>> pids = new HashMap<>();
    for (Query query : run.queries()) {
      pids.computeIfAbsent(query.threadId(), id -> new HashSet<>())
          .add(pidOfEvent.get(events.get(run.requestOfQuery().get(query.key()))));
    }
    return pids;
  }

  @Test
  void thresholdAndWholeSecondsHideQueries() {
    SimulatedRun all = Simulation.closed(2).seed(2).requests(400).scale(4).run();
    SimulatedRun some =
        Simulation.closed(2).seed(2).requests(400).scale(4).threshold(100_000).run();
    assertThat(some.queries()).hasSizeLessThan(all.queries().size()).isNotEmpty();
    assertThat(some.queries()).allMatch(query -> query.queryTimeUs() >= 100_000);
    assertThat(some.truth().stream().mapToLong(TrueRequest::dbUs).sum())
        .isEqualTo(all.truth().stream().mapToLong(TrueRequest::dbUs).sum());
    SimulatedRun old =
        Simulation.closed(2)
            .seed(2)
            .requests(400)
            .scale(8)
            .stamps(Stamps.WHOLE_SECONDS)
            .wholeSecondQueryTimes()
            .run();
    assertThat(old.queries()).isNotEmpty();
    assertThat(old.queries())
        .allMatch(query -> query.queryTimeUs() >= 2_000_000 && query.queryTimeUs() % 1e6 == 0);
  }

  @Test
  void idleProcessorsBurnAndStolenOnesShow() {
    SimulatedRun quiet = Simulation.closed(1).requests(1).cores(8).idleBurn(0.25).quiet(60).run();
    CpuSample idle = quiet.cpu(10).get(2);
    assertThat(idle.system()).isCloseTo(25, within(1e-6));
    assertThat(idle.idle()).isCloseTo(75, within(1e-6));
    SimulatedRun seen = Simulation.closed(4).requests(400).cores(2).stolen(0.3).run();
    SimulatedRun unseen = Simulation.closed(4).requests(400).cores(2).stolenUnseen(0.3).run();
    assertThat(seen.cpu(10).get(2).steal()).isGreaterThan(10);
    assertThat(unseen.cpu(10).get(2).steal()).isNull();
    double charged = seen.domains().stream().mapToDouble(s -> s.cpuSeconds()).max().orElse(0);
    assertThat(seen.busySeconds()).isCloseTo(charged, within(1e-6 * charged));
    assertThat(unseen.busySeconds()).isGreaterThan(1.2 * charged);
    assertThat(seen.truth()).isEqualTo(unseen.truth());
  }

  @Test
  void clocksOfTheDatabaseRunByThemselves() {
    SimulatedRun plain = Simulation.closed(2).requests(300).run();
    SimulatedRun ahead = Simulation.closed(2).requests(300).databaseClock(400_000, 100).run();
    int last = plain.queries().size() - 1;
    assertThat(ahead.queries().get(0).startUs() - plain.queries().get(0).startUs())
        .isBetween(400_000L, 400_100L);
    double gained = ahead.queries().get(last).startUs() - plain.queries().get(last).startUs();
    assertThat(gained).isCloseTo(400_000 + 100 * plain.seconds(), within(200.0));
    assertThat(ahead.queries().get(0).host()).isEqualTo("db1");
  }

  @Test
  void burstsComeTogether() {
    SimulatedRun run = Simulation.open(2).requests(2000).bursts(5, 60, 6).scale(0.1).run();
    long inside =
        run.truth().stream()
            .filter(r -> (r.startUs() - Simulation.START_US) % 60_000_000 < 6_000_000)
            .count();
    // 5 x 6 s against 1 x 54 s.
    assertThat(inside / 2000.0).isCloseTo(30 / 84.0, within(0.05));
  }
}
