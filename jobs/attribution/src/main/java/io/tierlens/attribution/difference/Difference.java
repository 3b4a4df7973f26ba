package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed between two runs (or two windows): plain functions over the rows of the tables. */
public final class Difference {
  private Difference() {}

  /**
   * Compares one tier's mean by Welch's interval over batch means.
   *
   * @throws IllegalArgumentException if the rows are of different tiers
   */
  public static MeanDifference ofMeans(RunTier baseline, RunTier candidate) {
    if (!baseline.tier().equals(candidate.tier())) {
      throw new IllegalArgumentException(
          "tiers differ: " + baseline.tier() + " and " + candidate.tier());
    }
    BatchComparison comparison = compare(baseline, candidate);
    return new MeanDifference(
        baseline.tier(),
        baseline.meanUs(),
        candidate.meanUs(),
        comparison.delta(),
        comparison.low(),
        comparison.high(),
        comparison.verdict(),
        comparison.refusal());
  }

  /** The interval is that of the batches; its middle is the difference of the means themselves. */
  static BatchComparison compare(RunTier baseline, RunTier candidate) {
    Double delta =
        baseline.meanUs() == null || candidate.meanUs() == null
            ? null
            : Double.valueOf(candidate.meanUs() - baseline.meanUs());
    if (delta == null || !baseline.published() || !candidate.published()) {
      return BatchComparison.refused(delta, Refusal.NO_FIGURE);
    }
    return BatchComparison.around(
        delta, array(baseline.batchMeanUs()), array(candidate.batchMeanUs()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Compares every tier that both have, of one window (null: the whole run), in baseline's order.
   */
  public static List<MeanDifference> byTier(
      List<RunTier> baseline, List<RunTier> candidate, String windowName) {
    List<MeanDifference> differences = new ArrayList<>();
    for (RunTier before : baseline) {
      for (RunTier after : candidate) {
        if (Objects.equals(before.windowName(), windowName)
            && Objects.equals(after.windowName(), windowName)
            && before.tier().equals(after.tier())) {
          differences.add(ofMeans(before, after));
        }
      }
    }
    return differences;
  }

  /**
   * Splits the difference of the mean request exactly: for endpoint e with share p and mean m of a
   * tier, {@code within = (p0 + p1) / 2 (m1 - m0)} and {@code mix = (p1 - p0) (m0 + m1) / 2}. An
   * endpoint that only one run has counts as mix; one that may be in the other's tail is compared
   * as part of the tails (see {@link EndpointTail#comparable}).
   *
   * <p>Tiers that do not both have a mean for every endpoint are left out together, and the request
   * is split as a whole instead, as tier request.
   */
  public static MeanSplit split(
      List<EndpointTier> baseline, List<EndpointTier> candidate, String windowName) {
    Map<String, Map<String, EndpointTier>> before =
        byTierAndEndpoint(EndpointTail.comparable(baseline, candidate), windowName);
    Map<String, Map<String, EndpointTier>> after =
        byTierAndEndpoint(EndpointTail.comparable(candidate, baseline), windowName);
    TreeSet<String> tiers = new TreeSet<>(before.keySet());
    tiers.addAll(after.keySet());
    tiers.remove(Tier.REQUEST.label());
    boolean complete = !tiers.isEmpty();
    for (String tier : tiers) {
      complete &= complete(before, tier) && complete(after, tier);
    }
    if (!complete) {
      tiers.clear();
      tiers.add(Tier.REQUEST.label());
    }
    List<MeanSplit.Part> parts = new ArrayList<>();
    for (String tier : tiers) {
      add(parts, tier, before.getOrDefault(tier, Map.of()), after.getOrDefault(tier, Map.of()));
    }
    return new MeanSplit(parts, parts.stream().mapToDouble(MeanSplit.Part::deltaUs).sum());
  }

  private static boolean complete(Map<String, Map<String, EndpointTier>> rows, String tier) {
    Map<String, EndpointTier> ofTier = rows.getOrDefault(tier, Map.of());
    Map<String, EndpointTier> all = rows.getOrDefault(Tier.REQUEST.label(), Map.of());
    return ofTier.size() == all.size()
        && ofTier.values().stream().allMatch(row -> row.meanUs() != null);
  }

  private static Map<String, Map<String, EndpointTier>> byTierAndEndpoint(
      List<EndpointTier> rows, String windowName) {
    Map<String, Map<String, EndpointTier>> found = new TreeMap<>();
    for (EndpointTier row : rows) {
      if (Objects.equals(row.windowName(), windowName)) {
        found.computeIfAbsent(row.tier(), tier -> new TreeMap<>()).put(row.endpoint(), row);
      }
    }
    return found;
  }

  private static void add(
      List<MeanSplit.Part> parts,
      String tier,
      Map<String, EndpointTier> before,
      Map<String, EndpointTier> after) {
    double allBefore = before.values().stream().mapToLong(EndpointTier::requests).sum();
    double allAfter = after.values().stream().mapToLong(EndpointTier::requests).sum();
    TreeSet<String> endpoints = new TreeSet<>(before.keySet());
    endpoints.addAll(after.keySet());
    for (String endpoint : endpoints) {
      EndpointTier b = before.get(endpoint);
      EndpointTier a = after.get(endpoint);
      double shareBefore = b == null ? 0 : b.requests() / allBefore;
      double shareAfter = a == null ? 0 : a.requests() / allAfter;
      double meanBefore = b == null ? a.meanUs() : b.meanUs();
      double meanAfter = a == null ? b.meanUs() : a.meanUs();
      double within = (shareBefore + shareAfter) / 2 * (meanAfter - meanBefore);
      double mix = (shareAfter - shareBefore) * (meanBefore + meanAfter) / 2;
      parts.add(new MeanSplit.Part(endpoint, tier, Component.WITHIN, within));
      parts.add(new MeanSplit.Part(endpoint, tier, Component.MIX, mix));
    }
  }
}
