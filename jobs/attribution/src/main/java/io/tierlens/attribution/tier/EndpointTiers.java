package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.matching.TieConfidence;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.EndpointTier;
import java.util.ArrayList;
import java.util.List;

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
    TieConfidence expected = ties.expected(window);
    Double expectedError = expected == null ? null : Double.valueOf(expected.endpointError());
    Slices<String> slices =
        new Slices<>(
            ties.requests(),
            request ->
                window == null || window.contains(request.web().middleStartUs())
                    ? tail.nameOf(request.web())
                    : null);
    SliceSums sums = new SliceSums(ties, slices);
    List<String> endpoints = new ArrayList<>();
    for (int slice = 0; slice < slices.count(); slice++) {
      endpoints.add(slices.key(slice));
    }
    endpoints.sort(null);
    boolean told = ties.tellsEndpoints(window);
    for (String endpoint : endpoints) {
      int slice = slices.find(endpoint);
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
}
