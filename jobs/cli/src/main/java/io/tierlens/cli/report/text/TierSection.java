package io.tierlens.cli.report.text;

import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Remainder;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the time of a request goes, by tier: one line for each run and tier. */
final class TierSection {

  /** From so many columns on there is room for the difference as a time, with its interval. */
  private static final int ROOMY = 110;

  /** The table has little room, and tiers are servers. */
  private static final Pattern SERVER = Pattern.compile(" server$");

  private final Sheet sheet;
  private final Report report;
  private final Page page;
  private final Figures figures;
  private final boolean roomy;

  TierSection(Sheet sheet) {
    this.sheet = sheet;
    this.report = sheet.report;
    this.page = sheet.page;
    this.figures = sheet.figures;
    this.roomy = page.width() >= ROOMY;
  }

  void write() throws IOException {
    page.section("Time by tier, mean per request");
    for (ScopeReport scope : sheet.full) {
      page.paragraph(heading(scope.scope()));
      table(scope);
    }
    new WindowLines(sheet).write();
    if (report.compares()) {
      page.indented(ChangeMark.LEGEND);
    }
  }

  /** The line above a window: its name and the load of every run. */
  private String heading(Scope scope) {
    List<String> loads = new ArrayList<>();
    scope
        .loads()
        .forEach(
            load ->
                loads.add(
                    sheet.names.of(load.run())
                        + (load.requests() == null
                            ? " no requests"
                            : " "
                                + Figures.count(load.requests())
                                + (load.concurrency() == null
                                    ? " requests"
                                    : " at concurrency " + Figures.cores(load.concurrency())))));
    String window = scope.window() == null ? "Whole run" : "Window " + scope.window();
    return window + ", requests: " + String.join(", ", loads);
  }

  private void table(ScopeReport scope) throws IOException {
    List<Grid.Align> aligns =
        new ArrayList<>(
            List.of(
                Grid.Align.NAME,
                Grid.Align.LEFT,
                Grid.Align.RIGHT,
                Grid.Align.RIGHT,
                Grid.Align.LEFT,
                Grid.Align.LEFT));
    List<String> head =
        new ArrayList<>(
            List.of(
                "",
                report.compares() ? "run" : "",
                "mean",
                "share",
                "logs allow",
                report.compares() ? "change" : ""));
    if (roomy) {
      aligns.addAll(List.of(Grid.Align.RIGHT, Grid.Align.LEFT));
      head.addAll(report.compares() ? List.of("difference", "its interval") : List.of("", ""));
    }
    Grid grid = new Grid(aligns).row(head);
    Reasons reasons = new Reasons();
    for (TierRow row : scope.tiers()) {
      if (row.tier() == Tier.STATIC && !sheet.details) {
        sheet.omit("static requests", 1);
        continue;
      }
      String label = SERVER.matcher(row.tier().label()).replaceAll("");
      for (TierCell cell : row.cells()) {
        if (splitOtherwise(scope, row.tier(), cell)) {
          continue;
        }
        row(grid, label, row.tier(), cell);
        label = "";
        if (cell.change() != null && cell.change().reason() != null) {
          reasons.add(
              cell.change().reason(), row.tier().label() + " of " + sheet.names.of(cell.run()));
        }
      }
    }
    page.grid(grid);
    if (scope.tiers().isEmpty()) {
      page.indented("No request is told of.");
    }
    for (RunRow run : report.runs()) {
      Remainder rest = scope.remainder(run.run()).orElse(null);
      if (rest != null) {
        page.indented(together(run.run(), rest));
      }
    }
    for (String reason : reasons.notes()) {
      page.indented("Note: " + reason + ".");
    }
  }

  /** Web server and application are one line of a run or two, never both. */
  private static boolean splitOtherwise(ScopeReport scope, Tier tier, TierCell cell) {
    Tier other =
        switch (tier) {
          case WEB, APP -> Tier.WEB_APP;
          case WEB_APP -> Tier.WEB;
          default -> null;
        };
    return other != null
        && cell.requests() == null
        && scope.cell(other, cell.run()).filter(found -> found.requests() != null).isPresent();
  }

  private String together(String run, Remainder rest) {
    return "Note: on "
        + sheet.names.of(run)
        + " "
        + rest.label()
        + " take "
        + figures.duration(rest.meanUs())
        + " together ("
        + Figures.share(rest.share())
        + "), which the logs do not tell apart.";
  }

  private void row(Grid grid, String label, Tier tier, TierCell cell) {
    if (!cell.told()) {
      grid.spanning(List.of(label, sheet.run(cell.run()), cell.shown(figures)));
      return;
    }
    TierChange change = cell.change();
    List<String> row =
        new ArrayList<>(
            List.of(
                label,
                sheet.run(cell.run()),
                cell.shown(figures),
                cell.share() == null || tier == Tier.REQUEST ? "" : Figures.share(cell.share()),
                cell.interval(figures),
                ChangeMark.of(change, figures)));
    if (roomy) {
      row.add(change == null ? "" : figures.signed(change.deltaUs()));
      row.add(interval(change, figures));
    }
    grid.row(row);
  }

  /** The interval of a difference that may be judged; else empty. */
  static String interval(TierChange change, Figures figures) {
    if (change == null || !change.verdict().judged()) {
      return "";
    }
    String interval = figures.signedInterval(change.lowUs(), change.highUs());
    return interval.isEmpty() ? "" : change.confidencePercent() + " %: " + interval;
  }
}
