package io.tierlens.attribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tierlens.attribution.clock.ClockOffset;
import io.tierlens.attribution.clock.ClockOffsets;
import io.tierlens.attribution.clock.Clocks;
import io.tierlens.attribution.clock.Narrowed;
import io.tierlens.attribution.matching.QueryJoin;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.matching.QueryTotals;
import io.tierlens.attribution.matching.TieConfidence;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import io.tierlens.attribution.webapp.WebAppTies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the figures of a run against the laws that they must obey. */
final class Remarks {
  /** Guest and hypervisor sample at different moments; within this they agree. */
  private static final double GUEST_TOLERANCE = 0.1;

  /** Resolution of samples and stamps at the edges of a window. */
  private static final double CONCURRENCY_TOLERANCE = 0.02;

  private final List<Remark> remarks = new ArrayList<>();

  private void add(Remark.Rule rule, String window, String subject, double value, Double limit) {
    remarks.add(new Remark(rule, window, subject, value, limit));
  }

  Remarks untimed(long untimed, long timed) {
    count(Remark.Rule.REQUESTS_WITHOUT_DURATION, untimed, untimed + timed);
    return this;
  }

  Remarks webApp(WebAppTies ties, List<AppEvent> events) {
    int all = ties.reaching().size();
    if (events.isEmpty()) {
      add(Remark.Rule.NO_APPLICATION_LOG, null, null, (double) all, null);
      return this;
    }
    long without = ties.reaching().stream().filter(request -> request.event() == null).count();
    count(Remark.Rule.REQUESTS_WITHOUT_EVENT, without, all);
    count(Remark.Rule.EVENTS_WITHOUT_REQUEST, ties.looseEvents().size(), events.size());
    long open = events.stream().filter(event -> !event.complete()).count();
    count(Remark.Rule.EVENTS_WITHOUT_END, open, events.size());
    return this;
  }

  Remarks queries(QueryTotals totals, Double shareThatFits, long thresholdUs, long sampledOneOf) {
    count(Remark.Rule.QUERIES_OF_NO_REQUEST, totals.outside(), totals.queries());
    if (totals.outside() > 0) {
      double all = totals.possibleUs() + totals.outsideUs();
      add(Remark.Rule.QUERY_TIME_OF_NO_REQUEST, null, null, totals.outsideUs(), all);
    }
    count(Remark.Rule.QUERIES_LEFT_OVER, totals.leftOver(), totals.queries());
    count(Remark.Rule.QUERIES_WITHOUT_TIME, totals.withoutTime(), totals.queries());
    if (shareThatFits != null && shareThatFits < QueryJoin.CONNECTIONS_THAT_FIT) {
      add(
          Remark.Rule.CONNECTIONS_ARE_NOT_REQUESTS,
          null,
          null,
          shareThatFits,
          QueryJoin.CONNECTIONS_THAT_FIT);
    }
    if (thresholdUs > 0) {
      add(Remark.Rule.QUERIES_BELOW_THRESHOLD, null, null, (double) thresholdUs, null);
    }
    if (sampledOneOf > 1) {
      add(Remark.Rule.QUERIES_SAMPLED, null, null, (double) sampledOneOf, null);
    }
    return this;
  }

  /** What the ties are expected to be worth, in the whole run and in each window. */
  Remarks ties(QueryTies ties, List<Window> windows) {
    worth(null, ties.level().label(), ties.expected());
    for (Window window : windows) {
      worth(
          window.name(),
          ties.level().label(),
          ties.expected(request -> window.contains(request.web().middleStartUs())));
    }
    return this;
  }

  private void worth(String window, String level, TieConfidence expected) {
    if (expected != null) {
      add(
          Remark.Rule.QUERIES_EXPECTED_RIGHT,
          window,
          level,
          expected.shareRight(),
          QueryTies.SHARE_OF_REQUESTS);
      add(
          Remark.Rule.ENDPOINT_ERROR_EXPECTED,
          window,
          level,
          expected.endpointError(),
          QueryTies.ERROR_OF_ENDPOINTS);
    }
  }

  private void count(Remark.Rule rule, long value, long limit) {
    if (value > 0) {
      add(rule, null, null, (double) value, (double) limit);
    }
  }

  Remarks tiers(List<RunTier> rows) {
    Map<String, Double> request = means(rows, Tier.REQUEST);
    Map<String, Double> db = means(rows, Tier.DB);
    for (RunTier row : rows) {
      Double whole = request.get(row.windowName());
      if (row.meanUs() != null && row.meanUs() < -1 && whole != null) {
        if (row.tier().equals(Tier.WEB.label())) {
          add(
              Remark.Rule.APP_LONGER_THAN_REQUEST,
              row.windowName(),
              null,
              whole - row.meanUs(),
              whole);
        } else if (row.tier().equals(Tier.APP.label())) {
          double ofDb = db.get(row.windowName());
          add(Remark.Rule.DB_LONGER_THAN_APP, row.windowName(), null, ofDb, ofDb + row.meanUs());
        }
      }
    }
    return this;
  }

  Remarks endpoints(EndpointTail tail) {
    count(Remark.Rule.ENDPOINTS_IN_TAIL, tail.size(), tail.endpoints());
    return this;
  }

  private static Map<String, Double> means(List<RunTier> rows, Tier tier) {
    Map<String, Double> means = new HashMap<>();
    for (RunTier row : rows) {
      if (row.tier().equals(tier.label())) {
        means.put(row.windowName(), row.meanUs());
      }
    }
    return means;
  }

  Remarks clocks(ClockOffsets clocks) {
    for (String host : clocks.others()) {
      ClockOffset offset = clocks.offset(host);
      if (offset == null) {
        double within = Clocks.toleranceUs("", host);
        add(Remark.Rule.CLOCK_UNKNOWN, null, host, within, null);
      } else {
        double middle = offset.middleUs();
        add(Remark.Rule.CLOCK_CORRECTED, null, host, middle, (double) offset.toleranceUs());
      }
    }
    return this;
  }

  /** Orders that stamps contradict; the hosts of each log with the share that does. */
  Remarks orders(Map<String, Double> accessLines, Map<String, Double> pages, QueryTies ties) {
    contradicted(Remark.Rule.LINES_NOT_BY_END, accessLines, "access log");
    contradicted(
        Remark.Rule.LINES_NOT_BY_END, ties.contradicted(QueryTies.Rule.LINES_BY_END), "slow log");
    contradicted(Remark.Rule.NOT_ONE_AT_A_TIME, pages, "processes");
    contradicted(
        Remark.Rule.NOT_ONE_AT_A_TIME,
        ties.contradicted(QueryTies.Rule.ONE_AT_A_TIME),
        "connections");
    return this;
  }

  private void contradicted(Remark.Rule rule, Map<String, Double> hosts, String what) {
    new TreeMap<>(hosts)
        .forEach((host, share) -> add(rule, null, host + " " + what, share, Narrowed.LET_PASS));
  }

  Remarks samples(List<CpuSample> samples) {
    Map<String, List<CpuSample>> byHost =
        samples.stream().collect(groupingBy(CpuSample::host, TreeMap::new, toList()));
    byHost.forEach(
        (host, ofHost) -> {
          long wrong = ofHost.stream().filter(sample -> !sample.believable()).count();
          if (wrong > 0) {
            add(
                Remark.Rule.CPU_SAMPLES_LEFT_OUT,
                null,
                host,
                (double) wrong,
                (double) ofHost.size());
          }
        });
    return this;
  }

  Remarks cpu(List<CpuDemand> rows) {
    record Place(String window, String host) {}
    Map<Place, Double> busy = new HashMap<>();
    for (CpuDemand row : rows) {
      if (row.mode().equals("user") || row.mode().equals("nice") || row.mode().equals("system")) {
        busy.merge(new Place(row.windowName(), row.host()), row.busyCores(), Double::sum);
      }
    }
    for (CpuDemand row : rows) {
      Double cores = busy.get(new Place(row.windowName(), row.host()));
      if (row.mode().equals("user")
          && cores != null
          && cores > row.concurrency() * (1 + CONCURRENCY_TOLERANCE)) {
        add(
            Remark.Rule.BUSY_ABOVE_CONCURRENCY,
            row.windowName(),
            row.host(),
            cores,
            row.concurrency());
      }
    }
    return this;
  }

  Remarks domains(List<DomainDemand> rows) {
    for (DomainDemand row : rows) {
      if (row.guestToHost() != null && Math.abs(row.guestToHost() - 1) > GUEST_TOLERANCE) {
        add(
            row.guestToHost() > 1
                ? Remark.Rule.GUEST_ABOVE_CHARGED
                : Remark.Rule.GUEST_BELOW_CHARGED,
            row.windowName(),
            row.guest(),
            row.guestBusyCores(),
            row.chargedCores());
      }
    }
    return this;
  }

  List<Remark> all() {
    return remarks;
  }
}
