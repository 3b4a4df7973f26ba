package io.tierlens.attribution.cpu;

import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the rows of table domain_demand. The counter of CPU seconds is preferred to the percents:
 * it does not depend on when exactly a sample was taken; but it counts whole seconds, so over a
 * short time the percents are better.
 */
public final class DomainDemands {
  /** A counter of whole seconds that has gone this far is right to 5 percent or better. */
  private static final double COUNTED_SECONDS = 20;

  private final List<TiedRequest> requests;
  private final List<Host> hosts;
  private final Map<String, CpuTimeline> timelines;
  private final List<DomainDemand> rows = new ArrayList<>();

  private record Domain(String hypervisor, String name) {}

  /** CPU time charged between two instants. */
  private record Charge(long fromUs, long toUs, double cpuUs) {}

  private DomainDemands(
      List<TiedRequest> requests, List<Host> hosts, Map<String, CpuTimeline> timelines) {
    this.requests = requests;
    this.hosts = hosts;
    this.timelines = timelines;
  }

  public static List<DomainDemand> rows(
      List<DomainSample> samples,
      List<TiedRequest> requests,
      List<Host> hosts,
      Map<String, CpuTimeline> timelines,
      Window run,
      List<Window> windows) {
    DomainDemands demands = new DomainDemands(requests, hosts, timelines);
    Map<Domain, List<DomainSample>> domains = new LinkedHashMap<>();
    for (DomainSample sample : samples) {
      domains
          .computeIfAbsent(new Domain(sample.host(), sample.domain()), d -> new ArrayList<>())
          .add(sample);
    }
    domains.forEach(
        (domain, ofDomain) -> {
          ofDomain.sort(Comparator.comparingLong(DomainSample::endUs));
          demands.add(domain, ofDomain, null, run);
          windows.forEach(window -> demands.add(domain, ofDomain, window.name(), window));
        });
    return demands.rows;
  }

  private void add(Domain domain, List<DomainSample> samples, String name, Window window) {
    List<DomainSample> inside =
        samples.stream()
            .filter(s -> s.endUs() >= window.startUs() && s.endUs() <= window.endUs())
            .toList();
    Charge counted = counted(inside);
    Charge charge =
        counted != null && counted.cpuUs() >= COUNTED_SECONDS * 1e6 ? counted : metered(inside);
    if (charge == null) {
      charge = counted;
    }
    if (charge == null) {
      return;
    }
    double length = charge.toUs() - charge.fromUs();
    double cores = charge.cpuUs() / length;
    double exposed = Exposure.requestsIn(requests, charge.fromUs(), charge.toUs());
    String guest = guest(domain);
    CpuTimeline timeline = guest == null ? null : timelines.get(guest);
    Double busy = timeline == null ? null : timeline.busyCores(charge.fromUs(), charge.toUs());
    rows.add(
        new DomainDemand(
            name,
            domain.hypervisor(),
            domain.name(),
            guest,
            cores,
            exposed < 0.5 ? null : Double.valueOf(charge.cpuUs() / 1e3 / exposed),
            busy,
            busy == null || cores == 0 ? null : Double.valueOf(busy / cores),
            readyCores(inside),
            hostCores(domain.hypervisor()),
            length / 1e6));
  }

  private static Charge counted(List<DomainSample> samples) {
    DomainSample first = null;
    DomainSample last = null;
    double cpu = 0;
    for (DomainSample sample : samples) {
      if (sample.cpuSeconds() == null) {
        continue;
      }
      if (first == null) {
        first = sample;
      } else {
        // A domain that began anew counts from 0 again.
        double before = last.cpuSeconds();
        cpu += sample.cpuSeconds() >= before ? sample.cpuSeconds() - before : sample.cpuSeconds();
      }
      last = sample;
    }
    return first == null || last.endUs() == first.endUs()
        ? null
        : new Charge(first.endUs(), last.endUs(), cpu * 1e6);
  }

  private static Charge metered(List<DomainSample> samples) {
    double cpu = 0;
    double length = 0;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (DomainSample sample : samples) {
      if (sample.cpuPercent() != null && sample.startUs() != null) {
        long interval = sample.endUs() - sample.startUs();
        cpu += sample.cpuPercent() / 100 * interval;
        length += interval;
        from = Math.min(from, sample.startUs());
        to = Math.max(to, sample.endUs());
      }
    }
    return length <= 0 ? null : new Charge(from, to, cpu / length * (to - from));
  }

  /** A mean over the intervals of which the tool tells it. */
  private static Double readyCores(List<DomainSample> samples) {
    double ready = 0;
    double length = 0;
    for (DomainSample sample : samples) {
      if (sample.readyPercent() != null && sample.startUs() != null) {
        long interval = sample.endUs() - sample.startUs();
        ready += sample.readyPercent() / 100 * interval;
        length += interval;
      }
    }
    return length <= 0 ? null : Double.valueOf(ready / length);
  }

  private String guest(Domain domain) {
    for (Host host : hosts) {
      if (domain.hypervisor().equals(host.hypervisor()) && domain.name().equals(host.domain())) {
        return host.name();
      }
    }
    return null;
  }

  private Integer hostCores(String hypervisor) {
    for (Host host : hosts) {
      if (host.name().equals(hypervisor)) {
        return host.cores();
      }
    }
    return null;
  }
}
