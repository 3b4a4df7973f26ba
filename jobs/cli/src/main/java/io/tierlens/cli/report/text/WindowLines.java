package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** All windows in short: one line for each candidate. */
final class WindowLines {

  /** More windows than these are left out: the length of a report must not grow with them. */
  private static final int MOST = 6;

  private static final String NONE = "-";

  private final Sheet sheet;
  private final Figures figures;

  WindowLines(Sheet sheet) {
    this.sheet = sheet;
    this.figures = sheet.figures;
  }

  void write() throws IOException {
    List<ScopeReport> scopes = sheet.report.scopes();
    if (scopes.size() < 2) {
      return;
    }
    Set<ScopeReport> shown = sheet.details ? new HashSet<>(scopes) : busiest(scopes);
    sheet.omit("tables of windows", scopes.size() - sheet.full.size());
    sheet.page.blank();
    boolean compares = sheet.report.compares();
    String percents = percents(scopes);
    boolean several = sheet.report.runs().size() > 2;
    Grid grid =
        new Grid(
            Grid.Align.NAME,
            Grid.Align.RIGHT,
            Grid.Align.LEFT,
            Grid.Align.RIGHT,
            Grid.Align.LEFT,
            Grid.Align.WORDS);
    grid.row(
        List.of(
            "window",
            compares ? sheet.names.of(sheet.report.baseline()) : "",
            several ? "run" : "",
            several || !compares ? "request" : sheet.names.of(sheet.report.runs().get(1).run()),
            compares ? "change" : "",
            percents.isEmpty() ? "" : percents + " % interval"));
    for (ScopeReport scope : scopes) {
      if (shown.contains(scope)) {
        window(scope, grid);
      }
    }
    sheet.page.grid(grid);
    if (shown.size() < scopes.size()) {
      sheet.page.indented("and " + (scopes.size() - shown.size()) + " more, of fewer requests");
    }
  }

  private static Set<ScopeReport> busiest(List<ScopeReport> scopes) {
    return new HashSet<>(
        scopes.stream()
            .sorted(Comparator.comparingLong(MainScopes::requests).reversed())
            .limit(MOST)
            .toList());
  }

  private void window(ScopeReport scope, Grid grid) {
    String label = sheet.page.shown(scope.scope().label());
    List<Load> loads = scope.scope().loads();
    String base = sheet.report.compares() ? mean(scope, loads.get(0).run()) : "";
    for (Load load : loads.subList(base.isEmpty() ? 0 : 1, loads.size())) {
      TierCell cell = scope.cell(Tier.REQUEST, load.run()).orElse(null);
      String run = loads.size() > 2 ? sheet.names.of(load.run()) : "";
      if (cell == null || !cell.told()) {
        grid.spanning(List.of(label, base, run, mean(scope, load.run())));
      } else {
        grid.row(
            List.of(
                label,
                base,
                run,
                cell.shown(figures),
                ChangeMark.of(cell.change(), figures),
                sheet.page.shown(why(cell.change()))));
      }
      label = "";
      base = "";
    }
  }

  private String mean(ScopeReport scope, String run) {
    return scope
        .cell(Tier.REQUEST, run)
        .filter(cell -> cell.told() || cell.lowUs() != null)
        .map(cell -> cell.shown(figures))
        .orElse(NONE);
  }

  /** The interval, or in short why there is none. */
  private String why(TierChange change) {
    if (change == null) {
      return "";
    }
    return switch (change.verdict()) {
      case SLOWER, FASTER, NOT_SIGNIFICANT ->
          figures.signedInterval(change.lowUs(), change.highUs());
      case TOO_FEW_REQUESTS -> "too few requests";
      case DRIFTING -> "drifts too much";
      case NOT_COMPARABLE -> "not comparable";
    };
  }

  /** The confidence of the intervals, as {@code 97/99}; empty without any. */
  private static String percents(List<ScopeReport> scopes) {
    return scopes.stream()
        .flatMap(scope -> scope.tiers().stream())
        .filter(row -> row.tier() == Tier.REQUEST)
        .flatMap(row -> row.cells().stream())
        .map(TierCell::change)
        .filter(change -> change != null && change.verdict().judged())
        .map(TierChange::confidencePercent)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining("/"));
  }
}
