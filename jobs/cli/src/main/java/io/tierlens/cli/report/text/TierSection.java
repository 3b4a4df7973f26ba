package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the time of a request goes, by tier, window by window. */
final class TierSection {

  private final Report report;
  private final Page page;
  private final Figures figures;

  TierSection(Report report, Page page) {
    this.report = report;
    this.page = page;
    this.figures = new Figures(report.unit());
  }

  void write() throws IOException {
    page.heading("Time by tier, mean per request");
    for (Tier tier : shown()) {
      page.bullet(
          tier.label()
              + (tier.isPart() ? " (" + TierBar.mark(tier, page.unicode()) + "): " : ": ")
              + tier.meaning());
    }
    for (ScopeReport scope : report.scopes()) {
      scope(scope);
    }
  }

  private Set<Tier> shown() {
    Set<Tier> tiers = new TreeSet<>();
    report.scopes().forEach(scope -> scope.tiers().forEach(row -> tiers.add(row.tier())));
    return tiers;
  }

  private void scope(ScopeReport scope) throws IOException {
    page.blank();
    page.paragraph(TextRenderer.heading(scope.scope()));
    TextRenderer.remarks(scope.scope(), page);
    Grid bars = new Grid(Grid.Align.LEFT, Grid.Align.LEFT, Grid.Align.LEFT);
    for (var run : report.runs()) {
      String bar = TierBar.of(scope, run.run(), page.unicode());
      if (!bar.isEmpty()) {
        String mean =
            scope.cell(Tier.REQUEST, run.run()).map(cell -> cell.shown(figures)).orElse("");
        bars.row(List.of(page.cell(run.run(), 16), bar, mean));
      }
    }
    page.grid(bars);
    Grid grid =
        new Grid(
            Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.RIGHT, Grid.Align.LEFT, Grid.Align.LEFT);
    List<String> reasons = new ArrayList<>();
    for (TierRow row : scope.tiers()) {
      grid.row(List.of(row.tier().label(), "", "", "", ""));
      for (TierCell cell : row.cells()) {
        grid.row(cells(cell));
        TierChange change = cell.change();
        if (row.tier() == Tier.REQUEST && change != null) {
          String interval = figures.signedInterval(change.lowUs(), change.highUs());
          if (!interval.isEmpty() && change.verdict().judged()) {
            grid.row(List.of("", "", "", "", change.confidencePercent() + " %: " + interval));
          }
        }
        if (change != null && change.reason() != null) {
          String reason = row.tier().label() + ", " + cell.run() + ": " + change.reason();
          boolean said =
              scope
                  .scope()
                  .comparability(cell.run())
                  .filter(c -> change.reason().equals(c.remark()))
                  .isPresent();
          if (!said) {
            reasons.add(reason);
          }
        }
      }
    }
    page.grid(grid);
    for (String reason : reasons) {
      page.indented("Note: " + reason + ".");
    }
  }

  private List<String> cells(TierCell cell) {
    String share = cell.share() == null ? "" : Figures.share(cell.share());
    TierChange change = cell.change();
    return List.of(
        "  " + page.cell(cell.run(), 14),
        cell.shown(figures),
        cell.told() ? share : "",
        cell.interval(figures),
        change == null ? "" : change.words(figures));
  }
}
