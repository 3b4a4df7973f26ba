package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.ArrayList;
import java.util.List;

/** Makes the tiers of one scope, with the changes against the baseline. */
final class TierTable {

  private static final String LOGS_ALLOW_NONE =
      "what the logs allow for the two means overlaps (resolution of stamps, thresholds)";

  private final JudgedMeans judged;
  private final Differences differences;

  /**
   * A maker of tables.
   *
   * @param judged the intervals that are there already
   * @param differences how means without one are compared
   */
  TierTable(JudgedMeans judged, Differences differences) {
    this.judged = requireNonNull(judged, "judged");
    this.differences = requireNonNull(differences, "differences");
  }

  List<TierRow> rows(Scope scope, List<RunFacts> runs) {
    List<TierRow> rows = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (runs.stream().anyMatch(run -> run.tier(scope.window(), tier.key()).isPresent())) {
        rows.add(row(scope, tier, runs));
      }
    }
    return rows;
  }

  private TierRow row(Scope scope, Tier tier, List<RunFacts> runs) {
    RunTier base = runs.get(0).tier(scope.window(), tier.key()).orElse(null);
    List<TierCell> cells = new ArrayList<>();
    for (RunFacts run : runs) {
      RunTier row = run.tier(scope.window(), tier.key()).orElse(null);
      Comparability comparability = scope.comparability(run.name()).orElse(null);
      TierChange change =
          comparability == null || !told(base) || !told(row)
              ? null
              : change(scope.window(), tier, base, row, comparability);
      cells.add(cell(run, row, change));
    }
    return new TierRow(tier, cells);
  }

  private static boolean told(RunTier row) {
    return row != null && row.meanUs() != null && row.published();
  }

  private static TierCell cell(RunFacts facts, RunTier row, TierChange change) {
    String run = facts.name();
    if (row == null) {
      return TierCell.notInLogs(run);
    }
    if (bounded(facts, row)) {
      return new TierCell(
          run,
          TierCell.State.BOUNDED,
          null,
          row.lowUs(),
          row.highUs(),
          null,
          row.requests(),
          row.level(),
          null,
          null);
    }
    if (row.meanUs() == null || !row.published()) {
      TierCell.State state =
          row.meanUs() == null ? TierCell.State.NOT_IN_LOGS : TierCell.State.WITHHELD;
      return new TierCell(
          run, state, null, null, null, null, row.requests(), row.level(), null, null);
    }
    return new TierCell(
        run,
        TierCell.State.TOLD,
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        row.share(),
        row.requests(),
        row.level(),
        row.expectedError(),
        change);
  }

  /**
   * Says whether the logs give bounds alone, as a slow log with a threshold does. Of a slow log
   * without an entry no query can be tied, but it tells that no statement reached the threshold.
   */
  private static boolean bounded(RunFacts run, RunTier row) {
    boolean emptyLog = run.queries() != null && run.queries().empty();
    return row.meanUs() == null
        && (row.lowUs() != null || row.highUs() != null)
        && (row.published() || emptyLog);
  }

  private TierChange change(
      String window, Tier tier, RunTier base, RunTier row, Comparability comparability) {
    Difference difference =
        judged
            .of(comparability.candidate(), window, tier)
            .orElseGet(
                () -> differences.between(array(base.batchMeanUs()), array(row.batchMeanUs())));
    Difference.Verdict verdict = difference.verdict();
    String reason = difference.reason();
    if (!comparability.comparable()) {
      verdict = Difference.Verdict.NOT_COMPARABLE;
      reason = comparability.remark();
    } else if (verdict.judged() && overlap(base, row)) {
      verdict = Difference.Verdict.NOT_SIGNIFICANT;
      reason = LOGS_ALLOW_NONE;
    }
    double delta = row.meanUs() - base.meanUs();
    return new TierChange(
        delta,
        base.meanUs() == 0 ? null : delta / base.meanUs(),
        difference.low(),
        difference.high(),
        difference.confidencePercent(),
        verdict,
        reason);
  }

  /** Says whether the bounds of the logs alone leave room for no difference at all. */
  private static boolean overlap(RunTier a, RunTier b) {
    return low(a) <= high(b) && low(b) <= high(a);
  }

  private static double low(RunTier row) {
    return row.lowUs() == null ? row.meanUs() : row.lowUs();
  }

  /** No upper end means that there is none, unless there is no lower one either. */
  private static double high(RunTier row) {
    if (row.highUs() != null) {
      return row.highUs();
    }
    return row.lowUs() == null ? row.meanUs() : Double.POSITIVE_INFINITY;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
