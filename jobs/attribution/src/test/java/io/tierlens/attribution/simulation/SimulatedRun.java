package io.tierlens.attribution.simulation;

import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.chain.Problem;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the logs of a simulated run hold, each list in the order of its file, and the truth behind
 * them.
 */
public final class SimulatedRun {
  private final Simulation plan;
  private final Logs logs;
  private final Samples samples;
  private final List<Span> spans;

  /** What can run queries, as logged. */
  private record Span(
      long requestKey, long fromUs, long byUs, long durationUs, String page, Long pid) {}

  SimulatedRun(Simulation plan, Stack stack) {
    this.plan = plan;
    this.logs = new Logs(plan, stack.done());
    this.samples = new Samples(plan, stack);
    this.spans = spans();
  }

  /** Lines of the access log. */
  public List<WebRequest> web() {
    return logs.web();
  }

  /** Pages of the application's log, by their ends; none without such a log. */
  public List<AppEvent> app() {
    return plan.appLog == AppLog.NONE ? List.of() : logs.events();
  }

  /** Entries of the slow log. */
  public List<Query> queries() {
    return logs.queries();
  }

  /** CPU of the machine, www1. */
  public List<CpuSample> cpu() {
    return samples.cpu(plan.sarSeconds);
  }

  /** The same in samples of another length. */
  public List<CpuSample> cpu(int seconds) {
    return samples.cpu(seconds);
  }

  /** What the hypervisor dom0 charged the domain www1. */
  public List<DomainSample> domains() {
    return samples.domains(plan.sarSeconds);
  }

  /** The machines as run.yaml would tell them. */
  public List<Host> hosts() {
    return List.of(
        new Host("www1", plan.cores, "dom0", "www1", Set.of("web", "app", "db")),
        new Host("dom0", 8, null, null, Set.of()));
  }

  /** The same in samples of another length. */
  public List<DomainSample> domains(int seconds) {
    return samples.domains(seconds);
  }

  /** Every request by its end, static files and all. */
  public List<TrueRequest> truth() {
    return logs.truth();
  }

  /** Key of the request by key of the query, of logged queries. */
  public Map<Long, Long> requestOfQuery() {
    return logs.requestOfQuery();
  }

  /** Key of the event by key of the request; static files have none. */
  public Map<Long, Long> eventOfRequest() {
    Map<Long, Long> events = new HashMap<>();
    for (TrueRequest request : truth()) {
      if (request.eventKey() != null) {
        events.put(request.key(), request.eventKey());
      }
    }
    return events;
  }

  /** All records, given to the attribution. */
  public RunAttribution.Builder records() {
    return RunAttribution.builder()
        .hosts(hosts())
        .webRequests(web())
        .appEvents(app())
        .queries(queries())
        .queriesLoggedFromUs(plan.wholeSecondQueryTimes ? 1_000_000L : plan.thresholdUs)
        .cpuSamples(cpu());
  }

  /** First request's start to last one's end. */
  public double seconds() {
    long first = truth().stream().mapToLong(TrueRequest::startUs).min().orElse(0);
    long last = truth().stream().mapToLong(TrueRequest::endUs).max().orElse(0);
    return (last - first) / 1e6;
  }

  /** Mean number of requests in the stack between the first start and the last end. */
  public double concurrency() {
    return truth().stream().mapToLong(TrueRequest::durationUs).sum() / 1e6 / seconds();
  }

  /** Busy CPU seconds, all modes but idle and waiting, of the whole recording. */
  public double busySeconds() {
    return samples.busySeconds();
  }

  /**
   * The pages of the application's log (without one: the requests) with the queries of the slow
   * log, by one clock: requests by their earliest start, queries in the order of the log. The
   * stamps are as logged; nothing is narrowed.
   */
  public Problem problem() {
    Problem.Builder problem = Problem.builder();
    for (Span span : spans) {
      problem.request(span.fromUs(), span.byUs(), span.durationUs(), span.page(), span.pid());
    }
    for (Query query : queries()) {
      long end = query.startUs() + query.queryTimeUs() - plan.databaseAheadUs;
      problem.query(
          end, end + query.slackUs(), query.queryTimeUs(), query.fingerprintId(), query.threadId());
    }
    return problem.build();
  }

  /** For each query of {@link #problem} its request there. */
  public int[] problemTruth() {
    Map<Long, Integer> places = new HashMap<>();
    for (int place = 0; place < spans.size(); place++) {
      places.put(spans.get(place).requestKey(), place);
    }
    return queries().stream()
        .mapToInt(query -> places.get(requestOfQuery().get(query.key())))
        .toArray();
  }

  private List<Span> spans() {
    List<Span> found = new ArrayList<>();
    if (plan.appLog == AppLog.NONE) {
      for (WebRequest web : web()) {
        long by = web.startUs() + web.slackUs();
        found.add(new Span(web.key(), web.startUs(), by, web.durationUs(), web.path(), null));
      }
    } else {
      Map<Long, Long> requests = new HashMap<>();
      eventOfRequest().forEach((request, event) -> requests.put(event, request));
      for (AppEvent event : logs.events()) {
        // An end that is a stamp may be later by its slack.
        long longest = event.durationUs() + (event.endIsStamp() ? event.slackUs() : 0);
        found.add(
            new Span(
                requests.get(event.key()),
                event.startUs(),
                event.latestStartUs(),
                longest,
                event.path(),
                event.pid()));
      }
    }
    found.sort(Comparator.comparingLong(Span::fromUs));
    return found;
  }
}
