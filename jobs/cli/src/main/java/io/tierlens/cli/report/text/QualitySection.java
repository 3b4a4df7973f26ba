package io.tierlens.cli.report.text;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;

/** How good the data is, and what it cannot tell. */
final class QualitySection {

  private final Report report;
  private final Page page;

  QualitySection(Report report, Page page) {
    this.report = report;
    this.page = page;
  }

  void write() throws IOException {
    for (RunQuality quality : report.quality()) {
      page.heading("Data of " + quality.run());
      files(quality);
      for (RejectCount reject : quality.rejects()) {
        page.bullet(
            reject.file()
                + ": "
                + Figures.count(reject.lines())
                + " lines rejected, "
                + reject.reason());
      }
      for (String note : quality.notes()) {
        page.bullet(note);
      }
      if (!quality.cannotTell().isEmpty()) {
        page.blank();
        page.paragraph("These logs cannot tell:");
        for (String gap : quality.cannotTell()) {
          page.bullet(gap);
        }
      }
    }
  }

  private void files(RunQuality quality) throws IOException {
    Grid grid =
        new Grid(
            Grid.Align.LEFT, Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.RIGHT, Grid.Align.RIGHT);
    grid.row(List.of("file", "kind", "rows", "ignored", "rejected"));
    for (LedgerRow file : quality.files()) {
      grid.row(
          List.of(
              page.cell(file.file(), 28),
              page.cell(file.kind(), 20),
              Figures.count(file.rows()),
              Figures.count(file.ignoredLines()),
              Figures.count(file.rejectedLines())));
    }
    if (!quality.files().isEmpty()) {
      page.grid(grid);
      page.blank();
    }
  }
}
