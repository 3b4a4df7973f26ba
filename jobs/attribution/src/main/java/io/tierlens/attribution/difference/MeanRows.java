package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.Tier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Makes the rows of the difference of means: by tier, then split by endpoint. */
final class MeanRows {
  /** Fewer requests of an endpoint carry no interval. */
  static final int FEWEST = 20;

  private final RunTables baseline;
  private final RunTables candidate;
  private final String window;
  private final Pair pair;
  private final Rows rows;
  private final boolean censored;

  MeanRows(
      RunTables baseline,
      RunTables candidate,
      String window,
      Pair pair,
      Rows rows,
      boolean censored) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.window = window;
    this.pair = pair;
    this.rows = rows;
    this.censored = censored;
  }

  /** Component total of each tier that both runs have. */
  void totals() {
    for (RunTier before : baseline.runTiers()) {
      for (RunTier after : candidate.runTiers()) {
        if (Objects.equals(before.windowName(), window)
            && Objects.equals(after.windowName(), window)
            && before.tier().equals(after.tier())
            && !before.tier().equals(Tier.STATIC.label())) {
          total(before, after);
        }
      }
    }
  }

  private void total(RunTier before, RunTier after) {
    Tier tier = tier(before.tier());
    boolean told = before.published() && after.published();
    BatchComparison found = Difference.compare(before, after);
    if (found.refusal() != Refusal.NO_FIGURE) {
      if (pair.refusal() != null) {
        found = BatchComparison.refused(found.delta(), pair.refusal());
      } else if (told(tier)) {
        Statistic means = (b, c) -> new double[] {mean(c, tier) - mean(b, tier)};
        found = pair.around(new double[] {found.delta()}, means).get(0);
      }
    } else {
      boolean unseen = censored && (before.meanUs() == null || after.meanUs() == null);
      found =
          BatchComparison.refused(
              told ? found.delta() : null, unseen ? Refusal.THRESHOLD : Refusal.NO_FIGURE);
    }
    rows.row(Measure.MEAN, Component.TOTAL, tier)
        .figures(
            before.published() ? before.meanUs() : null, after.published() ? after.meanUs() : null)
        .expectedError(EndpointRows.larger(before.expectedError(), after.expectedError()))
        .judged(found)
        .add();
  }

  /**
   * Components within and mix of each endpoint and tier, and of all endpoints together.
   *
   * @return the endpoints, for figures that do not split by tier; null where there are none
   */
  Cells split() {
    List<EndpointTier> before = EndpointRows.published(baseline.endpointTiers(), window);
    List<EndpointTier> after = EndpointRows.published(candidate.endpointTiers(), window);
    if (before.isEmpty() || after.isEmpty()) {
      return null;
    }
    if (!EndpointRows.tellsApart(before) || !EndpointRows.tellsApart(after)) {
      before = EndpointRows.together(before);
      after = EndpointRows.together(after);
    }
    MeanSplit split = Difference.split(before, after, window);
    TreeSet<String> endpoints = new TreeSet<>();
    TreeSet<Tier> tiers = new TreeSet<>();
    Map<String, Double> parts = new HashMap<>();
    for (MeanSplit.Part part : split.parts()) {
      endpoints.add(part.endpoint());
      tiers.add(tier(part.tier()));
      parts.put(key(part.tier(), part.component(), part.endpoint()), part.deltaUs());
    }
    Cells cells = new Cells(pair, endpoints);
    for (Tier tier : tiers) {
      double[] figures = new double[2 * endpoints.size() + 2];
      for (int e = 0; e <= endpoints.size(); e++) {
        figures[2 * e] = part(split, parts, cells, tier, Component.WITHIN, e);
        figures[2 * e + 1] = part(split, parts, cells, tier, Component.MIX, e);
      }
      List<BatchComparison> found =
          told(tier) ? pair.around(figures, (b, c) -> cells.split(b, c, tier)) : untold(figures);
      for (int e = 0; e <= endpoints.size(); e++) {
        cell(tier, cells, e, found.get(2 * e), rowsOf(before, tier), rowsOf(after, tier), true);
        cell(
            tier, cells, e, found.get(2 * e + 1), rowsOf(before, tier), rowsOf(after, tier), false);
      }
    }
    return cells;
  }

  /** The part of one endpoint; of all of them at the place behind the last. */
  private static double part(
      MeanSplit split,
      Map<String, Double> parts,
      Cells cells,
      Tier tier,
      Component component,
      int place) {
    return place < cells.endpoints().size()
        ? parts.get(key(tier.label(), component, cells.endpoints().get(place)))
        : split.sumUs(tier.label(), component);
  }

  private List<BatchComparison> untold(double[] figures) {
    Refusal refusal = pair.refusal() == null ? Refusal.NOT_TOLD : pair.refusal();
    return Arrays.stream(figures).mapToObj(f -> BatchComparison.refused(f, refusal)).toList();
  }

  private void cell(
      Tier tier,
      Cells cells,
      int place,
      BatchComparison judged,
      Map<String, EndpointTier> before,
      Map<String, EndpointTier> after,
      boolean within) {
    Component component = within ? Component.WITHIN : Component.MIX;
    Rows.Row row = rows.row(Measure.MEAN, component, tier);
    BatchComparison found = judged;
    if (place < cells.endpoints().size()) {
      String endpoint = cells.endpoints().get(place);
      long n0 = cells.baselineRequests(place);
      long n1 = cells.candidateRequests(place);
      EndpointTier b = before.get(endpoint);
      EndpointTier a = after.get(endpoint);
      row.endpoint(endpoint, n0, n1);
      if (within) {
        row.figures(b == null ? null : b.meanUs(), a == null ? null : a.meanUs());
      }
      row.expectedError(
          b == null || a == null
              ? null
              : EndpointRows.larger(b.expectedError(), a.expectedError()));
      if (Math.min(n0, n1) < FEWEST && found.refusal() == null) {
        found = BatchComparison.refused(found.delta(), Refusal.TOO_SHORT);
      }
    }
    row.judged(found).add();
  }

  private static Map<String, EndpointTier> rowsOf(List<EndpointTier> rows, Tier tier) {
    Map<String, EndpointTier> found = new HashMap<>();
    rows.stream()
        .filter(row -> row.tier().equals(tier.label()))
        .forEach(row -> found.put(row.endpoint(), row));
    return found;
  }

  /** Whether both samples tell the tier of each request. */
  private boolean told(Tier tier) {
    return pair.baseline().tier(tier) != null && pair.candidate().tier(tier) != null;
  }

  private static double mean(Part part, Tier tier) {
    double[] values = part.sample().tier(tier);
    double sum = 0;
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (part.has(i)) {
        sum += values[i];
        n++;
      }
    }
    return sum / n;
  }

  private static String key(String tier, Component component, String endpoint) {
    return tier + " " + component + " " + endpoint;
  }

  static Tier tier(String label) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tier " + label));
  }
}
