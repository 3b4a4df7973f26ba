package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.model.Comparability;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The report as Markdown. */
public final class MarkdownRenderer implements ReportRenderer {

  @Override
  public void render(Report report, Appendable out) throws IOException {
    MarkdownPage page = new MarkdownPage(out);
    Figures figures = new Figures(report.unit());
    page.heading(1, "tierlens: " + String.join(", ", names(report)));
    for (Conclusion conclusion : report.conclusions()) {
      page.heading(2, "Verdict on " + conclusion.run());
      page.bullets(conclusion.sentences());
    }
    for (RunFindings findings : report.findings()) {
      MarkdownCauses.write(report, findings, page);
    }
    page.heading(2, "Time by tier, mean per request");
    for (ScopeReport scope : report.scopes()) {
      scope(scope.scope(), page);
      tiers(report, scope, figures, page);
    }
    page.heading(2, "CPU time by mode, per request");
    for (ScopeReport scope : report.scopes()) {
      cpu(scope, page);
    }
    if (report.hasGuests()) {
      page.heading(2, "Guest beside host, mean number of CPUs");
      guests(report, page);
    }
    page.heading(2, "Dispersion of request durations");
    dispersion(report, figures, page);
    for (RunChanges changes : report.changes()) {
      MarkdownChanges.write(report, changes, figures, page);
    }
    for (EndpointMoves moves : report.endpoints()) {
      page.heading(2, "Endpoints that moved most, " + moves.candidate() + " in " + moves.scope());
      endpoints(moves, figures, page);
    }
    for (RunQuality quality : report.quality()) {
      page.heading(2, "Data of " + quality.run());
      quality(quality, page);
    }
  }

  private static List<String> names(Report report) {
    return report.runs().stream().map(run -> run.run()).toList();
  }

  private static void scope(Scope scope, MarkdownPage page) throws IOException {
    page.heading(3, scope.label());
    List<String> lines = new ArrayList<>();
    for (Load load : scope.loads()) {
      lines.add(
          load.run()
              + ": "
              + (load.requests() == null
                  ? "no requests"
                  : Figures.count(load.requests()) + " requests")
              + (load.concurrency() == null
                  ? ""
                  : " at concurrency " + Figures.cores(load.concurrency())));
    }
    for (Comparability comparability : scope.comparabilities()) {
      if (comparability.remark() != null) {
        lines.add(
            (comparability.comparable() ? "" : "not comparable, ")
                + comparability.candidate()
                + ": "
                + comparability.remark());
      }
    }
    page.bullets(lines);
  }

  private static void tiers(Report report, ScopeReport scope, Figures figures, MarkdownPage page)
      throws IOException {
    if (scope.tiers().isEmpty()) {
      return;
    }
    List<String> head = new ArrayList<>(List.of("tier"));
    for (String run : names(report)) {
      head.add(run);
      if (!run.equals(report.baseline())) {
        head.add("against " + report.baseline());
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (TierRow row : scope.tiers()) {
      List<String> cells = new ArrayList<>(List.of(row.tier().label()));
      for (TierCell cell : row.cells()) {
        cells.add(mean(cell, figures));
        if (!cell.run().equals(report.baseline())) {
          cells.add(cell.change() == null ? "" : cell.change().words(figures));
        }
      }
      rows.add(cells);
    }
    page.table(head, rows);
  }

  private static String mean(TierCell cell, Figures figures) {
    String interval = cell.interval(figures);
    return cell.shown(figures) + (interval.isEmpty() ? "" : " (" + interval + ")");
  }

  private static void cpu(ScopeReport scope, MarkdownPage page) throws IOException {
    List<String> head = new ArrayList<>(List.of(scope.scope().label()));
    for (CpuMode mode : CpuMode.values()) {
      head.add(mode.key());
    }
    head.addAll(List.of("busy CPUs", "concurrency"));
    List<List<String>> rows = new ArrayList<>();
    for (CpuUse use : scope.cpu()) {
      List<String> cells = new ArrayList<>();
      cells.add(use.host() == null ? use.run() : use.run() + " " + use.host());
      use.modes().forEach(mode -> cells.add(Figures.millis(mode.msPerRequest())));
      cells.add(Figures.cores(use.busyCores()));
      cells.add(Figures.cores(use.concurrency()));
      rows.add(cells);
      use.backgroundCores().ifPresent(cores -> rows.add(anyway(use, cores)));
    }
    page.table(head, rows);
    page.bullets(scope.cpuRemarks());
  }

  /** What the machine burns without any request. */
  private static List<String> anyway(CpuUse use, double cores) {
    List<String> cells = new ArrayList<>(List.of("of it without any request"));
    for (ModeUse mode : use.modes()) {
      cells.add(mode.backgroundMs() == null ? "" : Figures.millis(mode.backgroundMs()));
    }
    cells.addAll(List.of(Figures.cores(cores), ""));
    return cells;
  }

  private static void guests(Report report, MarkdownPage page) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      for (GuestUse use : scope.guests()) {
        rows.add(
            List.of(
                scope.scope().label() + ", " + use.run() + " " + use.domain(),
                Figures.cores(use.chargedCores()),
                use.guest() == null ? "" : Figures.cores(use.guestBusyCores()),
                use.guest() == null ? "" : Figures.ratio(use.guestToHost()),
                use.meaning() + use.waiting().map(waiting -> "; " + waiting).orElse("")));
      }
    }
    page.table(List.of("domain", "charged", "guest saw", "ratio", "which says"), rows);
  }

  private static void dispersion(Report report, Figures figures, MarkdownPage page)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      for (Dispersion row : scope.dispersion()) {
        rows.add(
            List.of(
                scope.scope().label() + ", " + row.run(),
                figures.duration(row.stddevUs()),
                Figures.ratio(row.variation()),
                figures.duration(row.p50Us()),
                figures.duration(row.p95Us()),
                figures.duration(row.p99Us()),
                Figures.ratio(row.tailRatio())));
      }
    }
    page.table(List.of("run", "std dev", "variation", "p50", "p95", "p99", "p95/p50"), rows);
  }

  private static void endpoints(EndpointMoves moves, Figures figures, MarkdownPage page)
      throws IOException {
    if (!moves.moves().isEmpty()) {
      page.table(
          List.of("endpoint", "requests", "baseline", "candidate", "difference"),
          moves.moves().stream()
              .map(
                  move ->
                      List.of(
                          move.endpoint(),
                          Figures.count(move.baselineRequests())
                              + ", "
                              + Figures.count(move.candidateRequests()),
                          figures.duration(move.baselineMeanUs()),
                          figures.duration(move.candidateMeanUs()),
                          figures.signed(move.deltaUs())
                              + " ("
                              + Figures.relative(move.relative())
                              + ")"))
              .toList());
    }
    page.bullets(moves.remarks());
  }

  private static void quality(RunQuality quality, MarkdownPage page) throws IOException {
    if (!quality.files().isEmpty()) {
      page.table(
          List.of("file", "kind", "rows", "ignored", "rejected"),
          quality.files().stream()
              .map(
                  file ->
                      List.of(
                          file.file(),
                          file.kind(),
                          Figures.count(file.rows()),
                          Figures.count(file.ignoredLines()),
                          Figures.count(file.rejectedLines())))
              .toList());
    }
    page.bullets(
        quality.rejects().stream()
            .map(
                reject ->
                    reject.file()
                        + ": "
                        + Figures.count(reject.lines())
                        + " lines rejected, "
                        + reject.reason())
            .toList());
    page.bullets(quality.notes());
    if (!quality.cannotTell().isEmpty()) {
      page.paragraph("These logs cannot tell:");
      page.bullets(quality.cannotTell());
    }
  }
}
