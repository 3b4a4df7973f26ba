package io.tierlens.cli.report.markdown;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.ChangeWords;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How requests spread, and how they changed in other ways than their mean, as Markdown. */
final class MarkdownChanges {

  private MarkdownChanges() {}

  static void write(Report report, Figures figures, MarkdownPage page) throws IOException {
    page.fold("Dispersion of request durations", () -> dispersion(report, figures, page));
    for (RunChanges changes : report.changes()) {
      page.fold(
          "How requests changed on " + changes.run(),
          () -> changes(report, changes, figures, page));
    }
  }

  private static void changes(Report report, RunChanges changes, Figures figures, MarkdownPage page)
      throws IOException {
    page.paragraph(ChangeWords.LEGEND);
    List<List<String>> rows = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      String label = scope.scope().label();
      List<Comparison> all = changes.in(scope.scope().window());
      for (Comparison row : ChangeWords.told(all)) {
        rows.add(
            List.of(
                label + ", " + ChangeWords.name(row),
                ChangeWords.difference(row, figures),
                ChangeWords.interval(row, figures)));
      }
      String notJudged = ChangeWords.refused(all, figures);
      if (!notJudged.isEmpty()) {
        refused.add(label + ", not judged: " + notJudged);
      }
    }
    if (!rows.isEmpty()) {
      page.table(List.of("figure", "difference", "interval"), rows);
    }
    page.bullets(refused);
  }

  private static void dispersion(Report report, Figures figures, MarkdownPage page)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      for (Dispersion row : scope.dispersion()) {
        rows.add(
            List.of(
                scope.scope().label() + ", " + row.run(),
                figures.duration(row.stddevUs()),
                Figures.ratio(row.variation()),
                figures.duration(row.p50Us()),
                figures.duration(row.p95Us()),
                figures.duration(row.p99Us()),
                Figures.ratio(row.tailRatio())));
      }
    }
    page.table(List.of("run", "std dev", "variation", "p50", "p95", "p99", "p95/p50"), rows);
  }
}
