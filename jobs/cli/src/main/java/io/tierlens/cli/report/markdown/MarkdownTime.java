package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.facts.RunRow;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the time went, and from where to where it went, as Markdown. */
final class MarkdownTime {

  private MarkdownTime() {}

  static void write(Report report, Figures figures, MarkdownPage page) throws IOException {
    page.heading(2, "Time by tier, mean per request");
    List<String> head = new ArrayList<>(List.of("window, tier"));
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
    for (ScopeReport scope : shown(report)) {
      scope.tiers().forEach(row -> rows.add(row(report, scope.scope(), row, figures)));
    }
    if (!rows.isEmpty()) {
      page.table(head, rows);
    }
    page.bullets(report.scopes().stream().map(scope -> load(scope.scope())).toList());
    waterfalls(report, figures, page);
  }

  /** The whole runs stand beside windows only where they may be compared. */
  static List<ScopeReport> shown(Report report) {
    return report.scopes().stream()
        .filter(
            scope ->
                scope.scope().window() != null
                    || report.scopes().size() == 1
                    || scope.scope().comparabilities().stream().anyMatch(Comparability::comparable))
        .toList();
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
    List<String> remarks = new ArrayList<>();
    for (RunRow run : report.runs()) {
      List<Waterfall> ofRun =
          report.waterfalls().stream().filter(one -> one.run().equals(run.run())).toList();
      if (!ofRun.isEmpty()) {
        steps(run.run(), ofRun, figures, page);
      }
      for (Waterfall waterfall : ofRun) {
        if (waterfall.remark() != null) {
          remarks.add(run.run() + ", " + head(waterfall) + ": " + waterfall.remark());
        }
      }
    }
    page.fold("How to read the steps", () -> page.bullets(remarks));
  }

  /** A column for each waterfall, a line for each step that one of them has. */
  private static void steps(
      String run, List<Waterfall> waterfalls, Figures figures, MarkdownPage page)
      throws IOException {
    Set<String> labels = new LinkedHashSet<>();
    waterfalls.forEach(one -> one.steps().forEach(step -> labels.add(step.label())));
    List<String> head = new ArrayList<>(List.of(run));
    waterfalls.forEach(one -> head.add(head(one)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(line("baseline", waterfalls, one -> figures.duration(one.baselineUs())));
    for (String label : labels) {
      rows.add(line(label, waterfalls, one -> step(one, label, figures)));
    }
    rows.add(line("candidate", waterfalls, one -> figures.duration(one.candidateUs())));
    page.table(head, rows);
  }

  private static List<String> line(
      String label, List<Waterfall> waterfalls, Function<Waterfall, String> cell) {
    List<String> line = new ArrayList<>(List.of(label));
    waterfalls.forEach(one -> line.add(cell.apply(one)));
    return line;
  }

  private static String step(Waterfall waterfall, String label, Figures figures) {
    return waterfall.steps().stream()
        .filter(step -> step.label().equals(label))
        .map(step -> figures.signed(step.deltaUs()) + sure(step, figures))
        .collect(Collectors.joining(", "));
  }

  private static String head(Waterfall waterfall) {
    String window = waterfall.window() == null ? "whole run" : waterfall.window();
    return waterfall.split() == Waterfall.Split.LOAD ? window + ", machine and load" : window;
  }

  private static String sure(Waterfall.Step step, Figures figures) {
    if (step.lowUs() == null || step.highUs() == null) {
      return "";
    }
    return " ("
        + (Objects.equals(step.significant(), false)
            ? "not significant"
            : figures.signedInterval(step.lowUs(), step.highUs()))
        + ")";
  }
}
