package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.matching.QueryTotals;
import io.tierlens.attribution.matching.TieConfidence;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.webapp.Span;
import io.tierlens.attribution.webapp.TiedRequest;
import io.tierlens.attribution.webapp.WebAppTies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes the rows of table run_tier: the whole run, then each window. */
public final class RunTiers {
  private final WebAppTies webApp;
  private final QueryTies ties;
  private final SliceSplit split;
  private final RequestSums sums;
  private final List<RunTier> rows = new ArrayList<>();

  private RunTiers(WebAppTies webApp, QueryTies ties, SliceSplit split) {
    this.webApp = webApp;
    this.ties = ties;
    this.split = split;
    this.sums = new RequestSums(ties);
  }

  public static List<RunTier> rows(
      WebAppTies webApp,
      QueryTies ties,
      SliceSplit split,
      QueryTotals totals,
      List<Window> windows) {
    RunTiers tiers = new RunTiers(webApp, ties, split);
    tiers.wholeRun(totals);
    windows.forEach(tiers::window);
    return tiers.rows;
  }

  private void wholeRun(QueryTotals totals) {
    if (!ties.requests().isEmpty()) {
      SliceSums sums = new SliceSums(ties, new Slices<>(ties.requests(), request -> "run"));
      Map<Tier, Bounded> means = split.withTotals(sums, 0, totals.tiedUs(), totals.possibleUs());
      add(null, sums.requests(0), means, Span.ofStarts(ties.requests()), true);
    }
    others(null, webApp.others());
  }

  private void window(Window window) {
    Slices<String> slices =
        new Slices<>(
            ties.requests(),
            request -> window.contains(request.web().middleStartUs()) ? window.name() : null);
    if (slices.count() > 0) {
      SliceSums sums = new SliceSums(ties, slices);
      add(
          window.name(),
          sums.requests(0),
          split.of(sums, 0, error(ties.level(), ties.expected(window))),
          window,
          false);
    }
    others(
        window.name(),
        webApp.others().stream().filter(other -> window.contains(other.middleStartUs())).toList());
  }

  private void add(
      String name, long requests, Map<Tier, Bounded> means, Window batched, boolean totals) {
    Map<Tier, List<Double>> batches = Batches.of(ties, split, batched);
    TieConfidence expected = ties.expected(totals ? null : batched);
    double whole = means.get(Tier.REQUEST).mean();
    means.forEach(
        (tier, mean) -> {
          boolean byTotals = totals || tier == Tier.REQUEST || tier == Tier.WEB;
          Level level = byTotals && ties.level() != Level.NONE ? Level.TOTALS : ties.level();
          if (tier == Tier.REQUEST || tier == Tier.WEB) {
            level = Level.TOTALS;
          }
          Spread spread = spread(tier, batched);
          rows.add(
              new RunTier(
                  name,
                  tier.label(),
                  mean.mean(),
                  mean.low(),
                  mean.high(),
                  mean.mean() == null || whole == 0 ? null : mean.mean() / whole,
                  requests,
                  spread.stddevUs(),
                  spread.p50Us(),
                  spread.p95Us(),
                  spread.p99Us(),
                  batches.getOrDefault(tier, List.of()),
                  level.label(),
                  error(level, expected),
                  mean.possible() && (level != Level.NONE || mean.mean() != null)));
        });
  }

  private static Double error(Level level, TieConfidence expected) {
    if (level == Level.TOTALS) {
      return 0.0;
    }
    return expected == null ? null : Double.valueOf(expected.totalError());
  }

  private Spread spread(Tier tier, Window window) {
    List<TiedRequest> requests = ties.requests();
    if (tier == Tier.REQUEST) {
      return Spread.of(
          requests.stream()
              .filter(request -> window.contains(request.web().middleStartUs()))
              .mapToDouble(request -> request.web().durationUs())
              .toArray());
    }
    if (tier != Tier.DB || !ties.tellsRequests()) {
      return Spread.UNKNOWN;
    }
    double[] db = sums.db();
    double[] inside = new double[db.length];
    int count = 0;
    for (int r = 0; r < db.length; r++) {
      if (window.contains(requests.get(r).web().middleStartUs())) {
        inside[count++] = db[r];
      }
    }
    return Spread.of(Arrays.copyOf(inside, count));
  }

  private void others(String name, List<WebRequest> others) {
    if (others.isEmpty()) {
      return;
    }
    double[] durations = others.stream().mapToDouble(WebRequest::durationUs).toArray();
    double mean = Arrays.stream(durations).average().orElse(0);
    Spread spread = Spread.of(durations);
    rows.add(
        new RunTier(
            name,
            Tier.STATIC.label(),
            mean,
            mean,
            mean,
            null,
            durations.length,
            spread.stddevUs(),
            spread.p50Us(),
            spread.p95Us(),
            spread.p99Us(),
            List.of(),
            Level.TOTALS.label(),
            0.0,
            true));
  }
}
