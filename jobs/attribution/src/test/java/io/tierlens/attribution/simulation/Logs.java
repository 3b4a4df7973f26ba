package io.tierlens.attribution.simulation;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what happened, as the servers would: each line when its event has ended. */
final class Logs {
  private static final long FIRST_REQUEST = 1_000;
  private static final long FIRST_EVENT = 50_000_000;
  private static final long FIRST_QUERY = 900_000_000;
  private static final long SECOND = 1_000_000;

  private final Simulation plan;
  private final List<WebRequest> web = new ArrayList<>();
  private final List<AppEvent> events = new ArrayList<>();
  private final List<Query> queries = new ArrayList<>();
  private final List<TrueRequest> truth = new ArrayList<>();
  private final Map<Long, Long> requestOfQuery = new HashMap<>();

  private record Ended(Visit visit, int query, long endUs) {}

  Logs(Simulation plan, List<Visit> visits) {
    this.plan = plan;
    Map<Visit, Long> eventKeys = writeEvents(visits);
    Map<Visit, Long> requestKeys = new HashMap<>();
    for (Visit visit : visits) {
      requestKeys.put(visit, writeRequest(visit));
    }
    Map<Visit, Long> logged = writeQueries(visits, requestKeys);
    for (Visit visit : visits) {
      truth.add(
          truth(
              visit, requestKeys.get(visit), eventKeys.get(visit), logged.getOrDefault(visit, 0L)));
    }
  }

  private static long us(double instant) {
    return Simulation.START_US + Math.round(instant);
  }

  private Map<Visit, Long> writeEvents(List<Visit> visits) {
    Map<Visit, Long> keys = new HashMap<>();
    List<Visit> pagesByEnd =
        visits.stream()
            .filter(visit -> visit.reachesApplication)
            .sorted(Comparator.comparingDouble(visit -> visit.appEndUs))
            .toList();
    // A log of starts and ends has a line for each; one of durations is written at the end.
    Map<Visit, Integer> starts = new HashMap<>();
    pagesByEnd.stream()
        .sorted(Comparator.comparingDouble(visit -> visit.appStartUs))
        .forEachOrdered(visit -> starts.put(visit, starts.size()));
    for (Visit visit : pagesByEnd) {
      long key = FIRST_EVENT + events.size();
      long start = us(visit.appStartUs);
      long end = us(visit.appEndUs);
      boolean cutEnd = plan.appLog == AppLog.START_AND_END && plan.stamps == Stamps.WHOLE_SECONDS;
      long stamp = plan.stamps.cut(start);
      keys.put(visit, key);
      events.add(
          new AppEvent(
              key,
              "www1",
              stamp,
              plan.stamps.slackUs(),
              cutEnd ? plan.stamps.cut(end) - stamp : end - start,
              cutEnd ? SECOND : 0,
              null,
              plan.pids ? visit.pid : null,
              plan.sessions ? visit.session : null,
              path(visit),
              true,
              plan.appLog == AppLog.START_AND_END ? starts.get(visit) : events.size(),
              null));
    }
    return keys;
  }

  private static String path(Visit visit) {
    return visit.reachesApplication ? "/shop/" + visit.page + ".html" : "/images/" + visit.page;
  }

  private long writeRequest(Visit visit) {
    long key = FIRST_REQUEST + web.size();
    web.add(
        new WebRequest(
            key,
            "www1",
            plan.stamps.cut(us(visit.startUs)),
            plan.stamps.slackUs(),
            us(visit.endUs) - us(visit.startUs),
            "GET " + path(visit),
            path(visit),
            200,
            web.size(),
            plan.sessions ? visit.session : null,
            id(visit)));
    return key;
  }

  private String id(Visit visit) {
    return plan.requestIds ? "r" + visit.number : null;
  }

  /** Returns the logged time of each request. */
  private Map<Visit, Long> writeQueries(List<Visit> visits, Map<Visit, Long> requestKeys) {
    List<Ended> ended = new ArrayList<>();
    for (Visit visit : visits) {
      for (int i = 0; i < visit.ran.size(); i++) {
        ended.add(new Ended(visit, i, us(visit.ran.get(i).endUs())));
      }
    }
    ended.sort(Comparator.comparingLong(Ended::endUs));
    Map<Visit, Long> logged = new HashMap<>();
    for (Ended query : ended) {
      Visit.Ran ran = query.visit().ran.get(query.query());
      long time = query.endUs() - us(ran.startUs());
      long end = query.endUs() + clockAheadUs(ran.endUs());
      long told = time;
      long stamp = plan.stamps.cut(end);
      long slack = plan.stamps.slackUs();
      if (plan.wholeSecondQueryTimes) {
        stamp = Math.floorDiv(end, SECOND) * SECOND;
        told = stamp - Math.floorDiv(end - time, SECOND) * SECOND;
        // The query began up to a second after the one and before the other whole second.
        slack = SECOND - 1;
      }
      boolean isLogged = plan.wholeSecondQueryTimes ? told > SECOND : time >= plan.thresholdUs;
      if (!isLogged) {
        continue;
      }
      logged.merge(query.visit(), time, Long::sum);
      long key = FIRST_QUERY + queries.size();
      requestOfQuery.put(key, requestKeys.get(query.visit()));
      queries.add(
          new Query(
              key,
              plan.databaseHost,
              stamp - told,
              slack,
              told,
              plan.connectionIds ? ran.connection() : null,
              ran.statement(),
              queries.size(),
              id(query.visit())));
    }
    return logged;
  }

  private long clockAheadUs(double instant) {
    return plan.databaseAheadUs + Math.round(instant * plan.databaseDriftPpm / 1e6);
  }

  private static TrueRequest truth(Visit visit, long key, Long event, long loggedUs) {
    boolean app = visit.reachesApplication;
    return new TrueRequest(
        key,
        event,
        visit.client,
        visit.page,
        us(visit.startUs),
        us(visit.endUs),
        us(app ? visit.appStartUs : visit.startUs),
        us(app ? visit.appEndUs : visit.startUs),
        visit.ran.size(),
        visit.ran.stream().mapToLong(ran -> us(ran.endUs()) - us(ran.startUs())).sum(),
        loggedUs,
        visit.userUs(),
        visit.systemUs(),
        visit.appCpuUs(),
        visit.diskUs(),
        visit.atStart);
  }

  List<WebRequest> web() {
    return web;
  }

  List<AppEvent> events() {
    return events;
  }

  List<Query> queries() {
    return queries;
  }

  List<TrueRequest> truth() {
    return truth;
  }

  Map<Long, Long> requestOfQuery() {
    return requestOfQuery;
  }
}
