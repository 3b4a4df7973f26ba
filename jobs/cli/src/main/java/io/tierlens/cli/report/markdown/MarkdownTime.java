package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.model.Comparability;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where the time went, and from where to where it went, as Markdown. */
final class MarkdownTime {

  private MarkdownTime() {}

  static void write(Report report, Figures figures, MarkdownPage page) throws IOException {
    page.heading(2, "Time by tier, mean per request");
    List<String> head = new ArrayList<>(List.of("tier"));
    report
        .runs()
        .forEach(
            run -> {
              head.add(run.run());
              if (!run.run().equals(report.baseline())) {
                head.add("against " + report.baseline());
              }
            });
    List<List<String>> rows = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      scope.tiers().forEach(row -> rows.add(row(report, scope.scope(), row, figures)));
    }
    if (!rows.isEmpty()) {
      page.table(head, rows);
    }
    page.bullets(report.scopes().stream().map(scope -> load(scope.scope())).toList());
    waterfalls(report, figures, page);
  }

  private static List<String> row(Report report, Scope scope, TierRow row, Figures figures) {
    List<String> cells = new ArrayList<>(List.of(scope.label() + ", " + row.tier().label()));
    for (TierCell cell : row.cells()) {
      String interval = cell.interval(figures);
      cells.add(cell.shown(figures) + (interval.isEmpty() ? "" : " (" + interval + ")"));
      if (!cell.run().equals(report.baseline())) {
        cells.add(cell.change() == null ? "" : cell.change().words(figures));
      }
    }
    return cells;
  }

  private static String load(Scope scope) {
    StringBuilder line = new StringBuilder(scope.label()).append(": ");
    String between = "";
    for (Load load : scope.loads()) {
      line.append(between)
          .append(load.run())
          .append(' ')
          .append(load.requests() == null ? "no" : Figures.count(load.requests()))
          .append(" requests");
      if (load.concurrency() != null) {
        line.append(" at concurrency ").append(Figures.cores(load.concurrency()));
      }
      between = ", ";
    }
    for (Comparability comparability : scope.comparabilities()) {
      if (comparability.remark() != null) {
        line.append("; ")
            .append(comparability.comparable() ? "note on " : "not comparable, ")
            .append(comparability.candidate())
            .append(": ")
            .append(comparability.remark());
      }
    }
    return line.toString();
  }

  private static void waterfalls(Report report, Figures figures, MarkdownPage page)
      throws IOException {
    if (report.waterfalls().isEmpty()) {
      return;
    }
    page.heading(2, "What changed, step by step from " + report.baseline());
    List<List<String>> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Waterfall waterfall : report.waterfalls()) {
      String where = label(waterfall.window()) + ", " + waterfall.run();
      String steps =
          waterfall.split() == Waterfall.Split.LOAD ? where + ", machine and load" : where;
      for (Waterfall.Step step : waterfall.steps()) {
        rows.add(List.of(steps, step.label(), figures.signed(step.deltaUs()), sure(step, figures)));
      }
      if (waterfall.remark() != null) {
        remarks.add(steps + ": " + waterfall.remark());
      }
    }
    page.table(List.of("window, run", "step", "adds", "interval"), rows);
    page.fold("How to read the steps", () -> page.bullets(remarks));
  }

  private static String sure(Waterfall.Step step, Figures figures) {
    String interval =
        step.lowUs() == null || step.highUs() == null
            ? "none"
            : figures.signedInterval(step.lowUs(), step.highUs());
    return interval + (Objects.equals(step.significant(), false) ? ", not significant" : "");
  }

  /** The name of a window for people. */
  static String label(String window) {
    return window == null ? "whole run" : window;
  }
}
