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
    boolean explained = false;
    for (RunChanges changes : report.changes()) {
      page.heading("How requests changed on " + changes.run());
      if (!explained) {
        page.paragraph(ChangeWords.LEGEND);
        explained = true;
      }
      for (ScopeReport scope : report.scopes()) {
        scope(scope.scope().label(), changes.in(scope.scope().window()));
      }
    }
  }

  private void scope(String label, List<Comparison> rows) throws IOException {
    List<Comparison> told = ChangeWords.told(rows);
    String refused = ChangeWords.refused(rows, figures);
    if (told.isEmpty()) {
      if (!refused.isEmpty()) {
        page.paragraph(label + ", not judged: " + refused);
      }
      return;
    }
    page.paragraph(label + ":");
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.LEFT);
    for (Comparison row : told) {
      grid.row(
          List.of(
              ChangeWords.name(row),
              ChangeWords.difference(row, figures),
              ChangeWords.interval(row, figures)));
    }
    page.grid(grid);
    if (!refused.isEmpty()) {
      page.indented("not judged: " + refused);
    }
  }
}
