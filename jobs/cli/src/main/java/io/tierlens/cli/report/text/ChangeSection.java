package io.tierlens.cli.report.text;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.ChangeWords;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;

/** How requests changed in other ways than their mean. */
final class ChangeSection {
  private final Report report;
  private final Page page;
  private final Figures figures;

  ChangeSection(Report report, Page page) {
    this.report = report;
    this.page = page;
    this.figures = new Figures(report.unit());
  }

  void write() throws IOException {
    for (RunChanges changes : report.changes()) {
      page.heading("How requests changed on " + changes.run());
      for (ScopeReport scope : report.scopes()) {
        List<Comparison> rows =
            changes.in(scope.scope().window()).stream().filter(ChangeWords::shown).toList();
        if (!rows.isEmpty()) {
          page.paragraph(scope.scope().label() + ":");
          page.grid(grid(rows));
          page.blank();
        }
      }
    }
  }

  private Grid grid(List<Comparison> rows) {
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.LEFT);
    for (Comparison row : rows) {
      grid.row(
          List.of(
              ChangeWords.name(row),
              ChangeWords.difference(row, figures),
              ChangeWords.interval(row, figures)));
    }
    return grid;
  }
}
