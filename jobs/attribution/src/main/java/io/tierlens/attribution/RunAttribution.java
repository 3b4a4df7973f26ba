package io.tierlens.attribution;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.chain.ChainModel;
import io.tierlens.attribution.clock.ClockOffsets;
import io.tierlens.attribution.clock.Narrowed;
import io.tierlens.attribution.cpu.CpuDemands;
import io.tierlens.attribution.cpu.CpuTimeline;
import io.tierlens.attribution.cpu.DomainDemands;
import io.tierlens.attribution.matching.JoinOptions;
import io.tierlens.attribution.matching.QueryJoin;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.matching.QueryTotals;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.EndpointTiers;
import io.tierlens.attribution.tier.RequestRows;
import io.tierlens.attribution.tier.RunTiers;
import io.tierlens.attribution.tier.SliceSplit;
import io.tierlens.attribution.webapp.Span;
import io.tierlens.attribution.webapp.TiedRequest;
import io.tierlens.attribution.webapp.WebAppJoin;
import io.tierlens.attribution.webapp.WebAppTies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes one run's records and gives the rows of its derived tables. What is not given is taken as
 * not recorded. The same records in any order give the same rows.
 */
public final class RunAttribution {
  /**
   * Without a stated threshold the shortest query tells: where all are logged, some of them took
   * less than this on any machine.
   */
  static final long SHORTEST_WHERE_ALL_LOGGED_US = 20_000;

  private final Builder input;

  private RunAttribution(Builder input) {
    this.input = input;
  }

  /** Nothing given yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Records in their order, clocks brought together, pages and queries tied. */
  private record Joined(
      List<AppEvent> events,
      Narrowed<AppEvent> pages,
      ClockOffsets clocks,
      WebAppTies webApp,
      QueryTies ties) {}

  /** Does all steps, one after the other. */
  public Attribution run() {
    long threshold = threshold();
    boolean allLogged = threshold == 0 && input.sampledOneOf <= 1;
    Joined joined = join(allLogged);
    List<AppEvent> events = joined.events();
    Narrowed<AppEvent> pages = joined.pages();
    ClockOffsets clocks = joined.clocks();
    WebAppTies webApp = joined.webApp();
    QueryTies ties = joined.ties();
    List<TiedRequest> requests = ties.requests();
    SliceSplit split = new SliceSplit(ties.level(), allLogged);
    QueryTotals totals = QueryTotals.of(ties);
    List<RunTier> runTiers = RunTiers.rows(webApp, ties, split, totals, input.windows);
    Window span = Span.ofRequests(requests);
    Map<String, CpuTimeline> timelines = timelines(requests, webApp.others());
    List<CpuDemand> cpuDemands = CpuDemands.rows(timelines, span, input.windows);
    List<DomainDemand> domainDemands =
        DomainDemands.rows(
            input.domainSamples, requests, input.hosts, timelines, span, input.windows);
    EndpointTail tail = EndpointTail.of(requests);
    List<Remark> remarks =
        new Remarks()
            .untimed(input.untimedRequests, input.webRequests.size())
            .webApp(webApp, events)
            .queries(totals, ties.shareOfConnectionsThatFit(), threshold, input.sampledOneOf)
            .ties(ties, input.windows)
            .clocks(clocks)
            .orders(webApp.linesNotByEnd(), pages.lanesContradicted(), ties)
            .tiers(runTiers)
            .endpoints(tail)
            .samples(input.cpuSamples)
            .cpu(cpuDemands)
            .domains(domainDemands)
            .all();
    return new Attribution(
        ties.level(),
        ties.expected(),
        new RequestRows(ties, input.windows, allLogged).rows(),
        ties.assignments(),
        runTiers,
        EndpointTiers.rows(ties, tail, split, input.windows),
        cpuDemands,
        domainDemands,
        remarks);
  }

  /**
   * What the run's pages were seen to do, to calibrate other runs with; best of a run with a single
   * client.
   *
   * @return null where the logs do not tell whose queries are
   */
  public ChainModel learn() {
    return join(threshold() == 0 && input.sampledOneOf <= 1).ties().learnt();
  }

  private Joined join(boolean allLogged) {
    List<WebRequest> webRequests = new ArrayList<>(input.webRequests);
    webRequests.sort(
        Comparator.comparingLong(WebRequest::startUs)
            .thenComparingLong(WebRequest::order)
            .thenComparingLong(WebRequest::key));
    Narrowed<AppEvent> pages = Narrowed.events(input.appEvents);
    List<AppEvent> events = new ArrayList<>(pages.records());
    events.sort(
        Comparator.comparingLong(AppEvent::startUs)
            .thenComparingLong(AppEvent::order)
            .thenComparingLong(AppEvent::key));
    List<Query> queries = new ArrayList<>(input.queries);
    queries.sort(Comparator.comparingLong(Query::order).thenComparingLong(Query::key));
    ClockOffsets clocks = ClockOffsets.of(webRequests, events, queries);
    WebAppTies webApp = WebAppJoin.join(webRequests, clocks.correctedEvents(events));
    QueryTies ties =
        QueryJoin.join(
            webApp.reaching(),
            clocks.correctedQueries(queries),
            new JoinOptions(allLogged, input.start));
    return new Joined(events, pages, clocks, webApp, ties);
  }

  private long threshold() {
    if (input.thresholdUs != null) {
      return input.thresholdUs;
    }
    long shortest = input.queries.stream().mapToLong(Query::queryTimeUs).min().orElse(0);
    return shortest < SHORTEST_WHERE_ALL_LOGGED_US ? 0 : shortest;
  }

  private Map<String, CpuTimeline> timelines(List<TiedRequest> requests, List<WebRequest> others) {
    Map<String, List<CpuSample>> samples = new LinkedHashMap<>();
    for (CpuSample sample : input.cpuSamples) {
      if (!sample.believable()) {
        continue;
      }
      samples.computeIfAbsent(sample.host(), host -> new ArrayList<>()).add(sample);
    }
    Map<String, CpuTimeline> timelines = new LinkedHashMap<>();
    samples.forEach(
        (host, ofHost) -> timelines.put(host, new CpuTimeline(ofHost, requests, others)));
    return timelines;
  }

  /** Collects a run's records. */
  public static final class Builder {
    private List<Host> hosts = List.of();
    private List<Window> windows = List.of();
    private List<WebRequest> webRequests = List.of();
    private List<AppEvent> appEvents = List.of();
    private List<Query> queries = List.of();
    private List<CpuSample> cpuSamples = List.of();
    private List<DomainSample> domainSamples = List.of();
    private Long thresholdUs;
    private long sampledOneOf = 1;
    private long untimedRequests;
    private ChainModel start;

    private Builder() {}

    /** Machines of the run, for the names of domains and the CPUs of hypervisors. */
    public Builder hosts(List<Host> hosts) {
      this.hosts = List.copyOf(hosts);
      return this;
    }

    /** Named parts of the run, without overlap. */
    public Builder windows(List<Window> windows) {
      this.windows = List.copyOf(windows);
      return this;
    }

    /** Lines of the access logs that have a duration, static files and all. */
    public Builder webRequests(List<WebRequest> webRequests) {
      this.webRequests = List.copyOf(webRequests);
      return this;
    }

    /** Events of logs that time pages; none is a run without an application log. */
    public Builder appEvents(List<AppEvent> appEvents) {
      this.appEvents = List.copyOf(appEvents);
      return this;
    }

    /** Entries of the slow query log, start-up and cron jobs and all. */
    public Builder queries(List<Query> queries) {
      this.queries = List.copyOf(queries);
      return this;
    }

    /** All CPUs of a host together, one sample for each interval. */
    public Builder cpuSamples(List<CpuSample> cpuSamples) {
      this.cpuSamples = List.copyOf(cpuSamples);
      return this;
    }

    /** What hypervisors charged their domains. */
    public Builder domainSamples(List<DomainSample> domainSamples) {
      this.domainSamples = List.copyOf(domainSamples);
      return this;
    }

    /** Lines of the access log without a duration, of which nothing more is known here. */
    public Builder untimedRequests(long untimedRequests) {
      this.untimedRequests = untimedRequests;
      return this;
    }

    /**
     * Queries shorter than this are not in the log (long_query_time); 0 where all are. Not given,
     * or null, the shortest query of the log tells.
     */
    public Builder queriesLoggedFromUs(Long thresholdUs) {
      if (thresholdUs != null && thresholdUs < 0) {
        throw new IllegalArgumentException("threshold below 0: " + thresholdUs);
      }
      this.thresholdUs = thresholdUs;
      return this;
    }

    /** The log holds one of so many statements (Log_slow_rate_limit); 1, or not given, all. */
    public Builder queriesSampledOneOf(long sampledOneOf) {
      this.sampledOneOf = sampledOneOf;
      return this;
    }

    /**
     * What the pages of another run were seen to do, best one with a single client, see {@link
     * RunAttribution#learn}. It helps where queries are tied by what pages usually do. Null, or not
     * given: the run must teach itself.
     */
    public Builder calibratedBy(ChainModel start) {
      this.start = start;
      return this;
    }

    /** What has been given so far, ready to run. */
    public RunAttribution build() {
      requireNonNull(webRequests, "webRequests is null");
      return new RunAttribution(this);
    }
  }
}
