package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Rows of table endpoint_tier that may be published, in tiers that two runs have in common. */
final class EndpointRows {
  private EndpointRows() {}

  /** Rows of one window (null: the whole run) that carry a figure. */
  static List<EndpointTier> published(List<EndpointTier> rows, String window) {
    return rows.stream()
        .filter(row -> Objects.equals(row.windowName(), window))
        .filter(row -> row.published() && row.meanUs() != null)
        .filter(row -> !row.tier().equals(Tier.STATIC.label()))
        .toList();
  }

  /** Whether web and application are told apart for each endpoint. */
  static boolean tellsApart(List<EndpointTier> rows) {
    Map<String, Integer> told = new TreeMap<>();
    for (EndpointTier row : rows) {
      boolean self = row.tier().equals(Tier.WEB.label()) || row.tier().equals(Tier.APP.label());
      told.merge(row.endpoint(), self ? 1 : 0, Integer::sum);
    }
    return told.values().stream().allMatch(count -> count == 2);
  }

  /** The same with web and application together. */
  static List<EndpointTier> together(List<EndpointTier> rows) {
    Map<String, List<EndpointTier>> selves = new LinkedHashMap<>();
    List<EndpointTier> together = new ArrayList<>();
    for (EndpointTier row : rows) {
      if (row.tier().equals(Tier.WEB.label()) || row.tier().equals(Tier.APP.label())) {
        selves.computeIfAbsent(row.endpoint(), endpoint -> new ArrayList<>()).add(row);
      } else {
        together.add(row);
      }
    }
    for (List<EndpointTier> both : selves.values()) {
      if (both.size() == 2) {
        EndpointTier one = both.get(0);
        EndpointTier other = both.get(1);
        together.add(
            new EndpointTier(
                one.windowName(),
                one.endpoint(),
                Tier.WEB_APP.label(),
                one.meanUs() + other.meanUs(),
                null,
                null,
                null,
                one.requests(),
                one.level(),
                larger(one.expectedError(), other.expectedError()),
                true));
      }
    }
    return together;
  }

  /** Null where one is not known. */
  static Double larger(Double one, Double other) {
    return one == null || other == null ? null : Double.valueOf(Math.max(one, other));
  }
}
