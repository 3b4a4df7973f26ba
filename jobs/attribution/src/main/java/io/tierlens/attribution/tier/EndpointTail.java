package io.tierlens.attribution.tier;

import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Bounds the endpoints of a run: those with the most time in all keep their own rows, all others
 * are one row, the tail, so that sums over the rows are still those of the run. The same endpoints
 * are kept in all windows. A scanner that asks for thousands of paths once each ends in the tail.
 */
public final class EndpointTail {

  /**
   * The tail, where an endpoint's name would stand. No endpoint is called so: they have methods.
   */
  public static final String NAME = "{other}";

  /**
   * Too low: pages of a real site are in the tail. Too high: reports and tables fill with rows that
   * nobody reads, at four or five for each window.
   */
  static final int MAX_KEPT = 500;

  private final Set<String> kept;
  private final int endpoints;

  private EndpointTail(Set<String> kept, int endpoints) {
    this.kept = kept;
    this.endpoints = endpoints;
  }

  /** The tail of a run's requests; of endpoints with the same time the first by name is kept. */
  public static EndpointTail of(List<TiedRequest> requests) {
    Map<String, Long> timeUs = new HashMap<>();
    for (TiedRequest request : requests) {
      if (request.web().endpoint() != null) {
        timeUs.merge(request.web().endpoint(), request.web().durationUs(), Long::sum);
      }
    }
    List<String> names = new ArrayList<>(timeUs.keySet());
    names.sort(
        Comparator.comparingLong((String name) -> -timeUs.get(name))
            .thenComparing(Comparator.naturalOrder()));
    int count = Math.min(MAX_KEPT, names.size());
    return new EndpointTail(new HashSet<>(names.subList(0, count)), names.size());
  }

  /** The name under which a request counts; requests without an endpoint are in the tail too. */
  String nameOf(WebRequest request) {
    return kept.contains(request.endpoint()) ? request.endpoint() : NAME;
  }

  /** Endpoints of the run. */
  public int endpoints() {
    return endpoints;
  }

  /** Endpoints that are in the tail. */
  public int size() {
    return endpoints - kept.size();
  }

  /**
   * One run's rows, as they can be compared with another's. An endpoint without a row in the other
   * run may be in the other's tail; then its row is put into this one's tail, so that both tails
   * stand for the same endpoints and being kept is no change by itself. Where the other run has no
   * tail in that window, nothing changes: there the endpoint was not asked for.
   */
  public static List<EndpointTier> comparable(List<EndpointTier> rows, List<EndpointTier> others) {
    Map<String, Set<String>> namesOfOther = new HashMap<>();
    for (EndpointTier row : others) {
      namesOfOther.computeIfAbsent(row.windowName(), w -> new HashSet<>()).add(row.endpoint());
    }
    List<EndpointTier> comparable = new ArrayList<>();
    Map<String, List<EndpointTier>> tails = new LinkedHashMap<>();
    for (EndpointTier row : rows) {
      Set<String> names = namesOfOther.getOrDefault(row.windowName(), Set.of());
      boolean inTail =
          names.contains(NAME) && (row.endpoint().equals(NAME) || !names.contains(row.endpoint()));
      if (inTail) {
        tails.computeIfAbsent(row.windowName(), w -> new ArrayList<>()).add(row);
      } else {
        comparable.add(row);
      }
    }
    tails.values().forEach(tail -> merge(tail, comparable));
    return comparable;
  }

  private static void merge(List<EndpointTier> rows, List<EndpointTier> merged) {
    if (rows.stream().allMatch(row -> row.endpoint().equals(NAME))) {
      merged.addAll(rows);
      return;
    }
    Map<String, List<EndpointTier>> byTier = new LinkedHashMap<>();
    for (EndpointTier row : rows) {
      byTier.computeIfAbsent(row.tier(), tier -> new ArrayList<>()).add(row);
    }
    List<EndpointTier> whole = byTier.getOrDefault(Tier.REQUEST.label(), List.of());
    Double request = mean(whole, Part.MEAN);
    for (List<EndpointTier> ofTier : byTier.values()) {
      // A tier that only some of the endpoints have is none of the whole tail.
      boolean complete = ofTier.size() == whole.size();
      Double mean = complete ? mean(ofTier, Part.MEAN) : null;
      EndpointTier first = ofTier.get(0);
      merged.add(
          new EndpointTier(
              first.windowName(),
              NAME,
              first.tier(),
              mean,
              complete ? mean(ofTier, Part.LOW) : null,
              complete ? mean(ofTier, Part.HIGH) : null,
              mean == null || request == null || request == 0 ? null : mean / request,
              ofTier.stream().mapToLong(EndpointTier::requests).sum(),
              first.level(),
              expectedError(ofTier),
              complete && ofTier.stream().allMatch(EndpointTier::published)));
    }
  }

  private enum Part {
    MEAN,
    LOW,
    HIGH;

    Double of(EndpointTier row) {
      return switch (this) {
        case MEAN -> row.meanUs();
        case LOW -> row.lowUs();
        case HIGH -> row.highUs();
      };
    }
  }

  /** Mean over the requests of all rows, or null where one does not tell its own. */
  private static Double mean(List<EndpointTier> rows, Part part) {
    double sum = 0;
    double requests = 0;
    for (EndpointTier row : rows) {
      Double value = part.of(row);
      if (value == null) {
        return null;
      }
      sum += value * row.requests();
      requests += row.requests();
    }
    return requests == 0 ? null : Double.valueOf(sum / requests);
  }

  private static Double expectedError(List<EndpointTier> rows) {
    return rows.stream().map(EndpointTier::expectedError).anyMatch(Objects::isNull)
        ? null
        : Double.valueOf(rows.stream().mapToDouble(EndpointTier::expectedError).max().orElse(0));
  }
}
