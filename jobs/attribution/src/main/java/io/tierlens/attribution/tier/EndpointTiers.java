package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.matching.TieConfidence;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes the rows of table endpoint_tier: the whole run, then each window. */
public final class EndpointTiers {
  private EndpointTiers() {}

  public static List<EndpointTier> rows(
      QueryTies ties, EndpointTail tail, SliceSplit split, List<Window> windows) {
    List<EndpointTier> rows = new ArrayList<>();
    add(rows, null, ties, tail, split);
    windows.forEach(window -> add(rows, window, ties, tail, split));
    return rows;
  }

  private static void add(
      List<EndpointTier> rows, Window window, QueryTies ties, EndpointTail tail, SliceSplit split) {
    Predicate<TiedRequest> inside =
        request -> window == null || window.contains(request.web().middleStartUs());
    TieConfidence inAll = ties.expected(inside);
    Map<String, TieConfidence> ownOf =
        ties.expectedBy(request -> inside.test(request) ? tail.nameOf(request.web()) : null);
    Slices<String> slices =
        new Slices<>(
            ties.requests(), request -> inside.test(request) ? tail.nameOf(request.web()) : null);
    SliceSums sums = new SliceSums(ties, slices);
    List<String> endpoints = new ArrayList<>();
    for (int slice = 0; slice < slices.count(); slice++) {
      endpoints.add(slices.key(slice));
    }
    endpoints.sort(null);
    for (String endpoint : endpoints) {
      int slice = slices.find(endpoint);
      Double expectedError = error(inAll, ownOf.get(endpoint));
      boolean told = ties.tellsEndpoints(expectedError);
      double whole = sums.totalUs(slice) / sums.requests(slice);
      split
          .of(sums, slice, expectedError)
          .forEach(
              (tier, mean) -> {
                boolean exact = tier == Tier.REQUEST || tier == Tier.WEB;
                rows.add(
                    new EndpointTier(
                        window == null ? null : window.name(),
                        endpoint,
                        tier.label(),
                        mean.mean(),
                        mean.low(),
                        mean.high(),
                        mean.mean() == null || whole == 0 ? null : mean.mean() / whole,
                        sums.requests(slice),
                        (exact ? Level.TOTALS : ties.level()).label(),
                        exact ? Double.valueOf(0) : expectedError,
                        mean.possible() && (exact || told)));
              });
    }
  }

  /** An endpoint is as uncertain as its own ties, and no less than endpoints are on average. */
  private static Double error(TieConfidence inAll, TieConfidence own) {
    if (inAll == null) {
      return null;
    }
    return own == null ? inAll.endpointError() : Math.max(inAll.endpointError(), own.totalError());
  }
}
