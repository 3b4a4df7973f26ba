package io.tierlens.cli.report.text;

import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.words.Columns;
import io.tierlens.cli.report.words.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is compared, the verdict, and one drawing of where the time went. */
final class FirstScreen {

  private final Sheet sheet;
  private final Report report;
  private final Page page;

  FirstScreen(Sheet sheet) {
    this.sheet = sheet;
    this.report = sheet.report;
    this.page = sheet.page;
  }

  void write() throws IOException {
    title();
    for (Conclusion conclusion : report.conclusions()) {
      page.section("Verdict on " + conclusion.run());
      page.paragraph(String.join(" ", conclusion.sentences()));
      for (String detail : sheet.first(0, conclusion.details(), "remarks on the verdict")) {
        page.bullet(detail);
      }
    }
    bars();
  }

  private void title() throws IOException {
    List<String> names = report.runs().stream().map(RunRow::run).toList();
    page.title(
        report.compares()
            ? "tierlens: "
                + String.join(", ", names.subList(1, names.size()))
                + " against "
                + names.get(0)
            : "tierlens: " + names.get(0));
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.WORDS);
    int room = page.width() - 4 - sheet.names.width();
    for (RunRow run : report.runs()) {
      String about =
          (report.compares() && run.run().equals(report.baseline()) ? "the baseline, " : "")
              + (run.environment() == null ? "no environment told" : run.environment())
              + (run.description() == null ? "" : ": " + run.description());
      String shown = page.shown(about);
      grid.row(
          List.of(sheet.names.of(run.run()), sheet.details ? shown : Printable.head(shown, room)));
    }
    page.grid(grid);
  }

  private void bars() throws IOException {
    String window = sheet.main.scope().window();
    page.section("Where the time went" + Sheet.in(window) + ", mean per request");
    List<List<String>> ends = new ArrayList<>();
    int widest = 0;
    for (RunRow run : report.runs()) {
      TierCell cell = sheet.main.cell(Tier.REQUEST, run.run()).orElse(null);
      List<String> end =
          List.of(
              cell == null ? "no requests" : cell.shown(sheet.figures),
              cell == null ? "" : ChangeMark.of(cell.change(), sheet.figures));
      widest = Math.max(widest, Columns.of(end.get(0)) + 2 + Columns.of(end.get(1)));
      ends.add(end);
    }
    int width = Math.max(16, page.width() - 8 - sheet.names.width() - widest);
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.LEFT);
    List<String> bars = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      String run = report.runs().get(i).run();
      bars.add(TierBar.of(sheet.main, run, page.unicode(), width));
      grid.row(List.of(sheet.names.of(run), bars.get(i), ends.get(i).get(0), ends.get(i).get(1)));
    }
    page.grid(grid);
    boolean rest = bars.stream().anyMatch(bar -> bar.contains("."));
    String legend =
        sheet.main.tiers().stream()
            .filter(row -> row.tier().isPart() && row.cells().stream().anyMatch(TierCell::told))
            .map(row -> TierBar.mark(row.tier(), page.unicode()) + " " + row.tier().label())
            .collect(Collectors.joining("  "));
    page.indented(legend + (rest ? (legend.isEmpty() ? "" : "  ") + ". not told apart" : ""));
  }
}
