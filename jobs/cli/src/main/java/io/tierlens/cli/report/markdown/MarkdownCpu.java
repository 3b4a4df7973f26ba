package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** CPU time by mode, and what the hypervisor saw, as Markdown. */
final class MarkdownCpu {

  private MarkdownCpu() {}

  static void write(Report report, MarkdownPage page) throws IOException {
    page.heading(2, "CPU time by mode, per request");
    List<String> head = new ArrayList<>(List.of("window, run, machine"));
    for (CpuMode mode : CpuMode.values()) {
      head.add(mode.key());
    }
    head.addAll(List.of("busy CPUs", "concurrency"));
    List<List<String>> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (ScopeReport scope : report.scopes()) {
      scope.cpu().forEach(use -> rows(scope.scope().label(), use, rows));
      scope.cpuRemarks().forEach(remark -> remarks.add(scope.scope().label() + ": " + remark));
    }
    page.table(head, rows);
    page.bullets(remarks);
    if (report.hasGuests()) {
      page.fold("Guest beside host, mean number of CPUs", () -> guests(report, page));
    }
  }

  private static void rows(String window, CpuUse use, List<List<String>> rows) {
    List<String> cells = new ArrayList<>();
    cells.add(window + ", " + use.run() + (use.host() == null ? "" : " " + use.host()));
    use.modes().forEach(mode -> cells.add(Figures.millis(mode.msPerRequest())));
    cells.add(Figures.cores(use.busyCores()));
    cells.add(Figures.cores(use.concurrency()));
    rows.add(cells);
    use.backgroundCores().ifPresent(cores -> rows.add(anyway(use, cores)));
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
}
