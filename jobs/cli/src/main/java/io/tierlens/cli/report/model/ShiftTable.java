package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the moves of the deciles of one candidate from its rows of table comparison. */
final class ShiftTable {

  private ShiftTable() {}

  /** Empty where one of the deciles is not told, or the scope cannot be compared. */
  static Optional<QuantileShift> of(Scope scope, String run, List<Comparison> rows) {
    Caution caution = Caution.of(scope, run);
    if (!caution.shown()) {
      return Optional.empty();
    }
    List<QuantileShift.Decile> deciles = new ArrayList<>();
    for (int percent = 10; percent < 100; percent += 10) {
      Optional<QuantileShift.Decile> decile = decile(percent, scope.window(), rows);
      if (decile.isEmpty()) {
        return Optional.empty();
      }
      deciles.add(decile.get());
    }
    return Optional.of(new QuantileShift(run, scope.window(), deciles, caution.words()));
  }

  private static Optional<QuantileShift.Decile> decile(
      int percent, String window, List<Comparison> rows) {
    return rows.stream()
        .filter(row -> row.endpoint() == null && Objects.equals(row.windowName(), window))
        .filter(row -> ("p" + percent).equals(row.measure()) && "total".equals(row.component()))
        .filter(row -> Tier.REQUEST.key().equals(row.tier()))
        .filter(row -> row.baselineUs() != null && row.candidateUs() != null)
        .filter(row -> row.deltaUs() != null)
        .findFirst()
        .map(
            row ->
                new QuantileShift.Decile(
                    percent,
                    row.baselineUs(),
                    row.candidateUs(),
                    row.deltaUs(),
                    row.lowUs(),
                    row.highUs(),
                    row.significant(),
                    row.refusal()));
  }
}
