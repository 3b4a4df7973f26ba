package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.facts.Judgement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What table comparison says of the means of tiers: the same rows that steps, quantiles and
 * notebooks show, so that a report has one interval for one difference.
 */
final class JudgedMeans {
  private final List<Judgement> judgements;

  JudgedMeans(List<Judgement> judgements) {
    this.judgements = List.copyOf(judgements);
  }

  /** The interval of a difference; empty where the table has none. */
  Optional<Difference> of(String run, String window, Tier tier) {
    return judgements.stream()
        .filter(judgement -> judgement.run().equals(run))
        .flatMap(judgement -> judgement.comparisons().stream())
        .filter(row -> row.endpoint() == null && Objects.equals(row.windowName(), window))
        .filter(row -> row.measure().equals("mean") && row.component().equals("total"))
        .filter(row -> row.tier().equals(tier.key()))
        .filter(row -> row.deltaUs() != null && row.significant() != null)
        .findFirst()
        .map(JudgedMeans::difference);
  }

  private static Difference difference(Comparison row) {
    Difference.Verdict verdict = Difference.Verdict.NOT_SIGNIFICANT;
    if (row.significant()) {
      verdict = row.deltaUs() > 0 ? Difference.Verdict.SLOWER : Difference.Verdict.FASTER;
    }
    return new Difference(
        row.deltaUs(), row.lowUs(), row.highUs(), row.confidencePercent(), verdict, null);
  }
}
