package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.attribution.tier.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What slow logs with a threshold tell of the database. A machine that is slower has more queries
 * above the threshold, so the logged time grows far more than the true one; its difference is none
 * of the tier and is never judged.
 */
final class SeenQueries {
  private final RunTables baseline;
  private final RunTables candidate;
  private final String window;

  SeenQueries(RunTables baseline, RunTables candidate, String window) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.window = window;
  }

  /** Whether a run's slow log leaves out queries. */
  static boolean censored(RunTables run) {
    return (run.thresholdUs() != null && run.thresholdUs() > 0)
        || run.remarks().stream().anyMatch(r -> r.rule() == Remark.Rule.QUERIES_SAMPLED);
  }

  void add(Rows rows, Sample before, Sample after) {
    if (!censored(baseline) && !censored(candidate)) {
      return;
    }
    Map<String, Long> seenBefore = totals(baseline);
    Map<String, Long> seenAfter = totals(candidate);
    double logged = sum(seenBefore) + sum(seenAfter);
    double meanBefore = before.meanUs();
    double meanAfter = after.meanUs();
    double shareBefore = sum(seenBefore) / before.size() / meanBefore;
    double shareAfter = sum(seenAfter) / after.size() / meanAfter;
    seenBefore.keySet().retainAll(seenAfter.keySet());
    seenAfter.keySet().retainAll(seenBefore.keySet());
    double commonBefore = sum(seenBefore) / before.size();
    double commonAfter = sum(seenAfter) / after.size();
    boolean any = !seenBefore.isEmpty();
    rows.row(Measure.MEAN, Component.SEEN, Tier.DB)
        .figures(any ? commonBefore : null, any ? commonAfter : null)
        .ratios(shareBefore, shareAfter)
        .coverage(logged == 0 ? null : (sum(seenBefore) + sum(seenAfter)) / logged)
        .refused(any ? commonAfter - commonBefore : null, Refusal.THRESHOLD)
        .add();
    RunTier dbBefore = db(baseline);
    RunTier dbAfter = db(candidate);
    rows.row(Measure.MEAN, Component.BOUNDS, Tier.DB)
        .bounds(
            difference(low(dbAfter), high(dbBefore, meanBefore)),
            difference(high(dbAfter, meanAfter), low(dbBefore)))
        .add();
  }

  private static Double difference(Double one, Double other) {
    return one - other;
  }

  private static Double low(RunTier db) {
    return db == null || db.lowUs() == null ? 0 : db.lowUs();
  }

  /** A request's time is the last bound of what the database had of it. */
  private static Double high(RunTier db, double requestUs) {
    return db == null || db.highUs() == null ? requestUs : Math.min(requestUs, db.highUs());
  }

  private RunTier db(RunTables run) {
    return run.runTiers().stream()
        .filter(row -> Objects.equals(row.windowName(), window))
        .filter(row -> row.tier().equals(Tier.DB.label()))
        .findFirst()
        .orElse(null);
  }

  private Map<String, Long> totals(RunTables run) {
    Map<String, Long> totals = new HashMap<>();
    for (StatementTotal total : run.statements()) {
      if (Objects.equals(total.windowName(), window)) {
        totals.merge(total.fingerprintId(), total.totalUs(), Long::sum);
      }
    }
    return totals;
  }

  private static double sum(Map<String, Long> totals) {
    return totals.values().stream().mapToLong(Long::longValue).sum();
  }
}
