package io.tierlens.cli.report.markdown;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.ChangeWords;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How requests changed in other ways than their mean, as Markdown. */
final class MarkdownChanges {

  private MarkdownChanges() {}

  static void write(Report report, RunChanges changes, Figures figures, MarkdownPage page)
      throws IOException {
    page.heading(2, "How requests changed on " + changes.run());
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
}
