package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** How request durations spread. */
final class SpreadSection {

  private final Report report;
  private final Page page;
  private final Figures figures;

  SpreadSection(Report report, Page page) {
    this.report = report;
    this.page = page;
    this.figures = new Figures(report.unit());
  }

  void write() throws IOException {
    page.heading("Dispersion of request durations");
    page.paragraph(
        "\"cv\" is the coefficient of variation, the standard deviation over the mean; p50, p95 and p99 are the durations"
            + " that so many percent of the requests stay below; \"-\" is "
            + Figures.NOT_IN_LOGS
            + ".");
    page.blank();
    Grid.Align[] aligns = Collections.nCopies(8, Grid.Align.RIGHT).toArray(new Grid.Align[0]);
    aligns[0] = Grid.Align.LEFT;
    aligns[1] = Grid.Align.LEFT;
    Grid grid = new Grid(aligns);
    grid.row(List.of("window", "run", "std dev", "cv", "p50", "p95", "p99", "p95/p50"));
    for (ScopeReport scope : report.scopes()) {
      String window = page.cell(scope.scope().label(), 10);
      for (Dispersion row : scope.dispersion()) {
        grid.row(cells(window, row));
        window = "";
      }
    }
    page.grid(grid);
  }

  private List<String> cells(String window, Dispersion row) {
    return List.of(
        window,
        page.cell(row.run(), 13),
        duration(row.stddevUs()),
        row.variation() == null ? "-" : Figures.ratio(row.variation()),
        duration(row.p50Us()),
        duration(row.p95Us()),
        duration(row.p99Us()),
        row.tailRatio() == null ? "-" : Figures.ratio(row.tailRatio()));
  }

  private String duration(Double us) {
    return us == null ? "-" : figures.duration(us);
  }
}
