package io.tierlens.cli.report.text;

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

/** CPU time by mode, and what the hypervisor charged. */
final class CpuSection {

  private static final String NONE = "-";
  private static final int NAME = 18;

  private final Report report;
  private final Page page;

  CpuSection(Report report, Page page) {
    this.report = report;
    this.page = page;
  }

  void write() throws IOException {
    page.heading("CPU time by mode, milliseconds per request");
    page.paragraph(
        "All that the machine did is shared out over the requests that reach the application."
            + " \"busy\" is the mean number of CPUs in user, nice and system, of so many CPUs; \"conc.\" the mean"
            + " number of requests in the stack; \""
            + NONE
            + "\" is "
            + Figures.NOT_IN_LOGS
            + ".");
    if (report.scopes().stream()
        .flatMap(scope -> scope.cpu().stream())
        .anyMatch(use -> use.backgroundCores().isPresent())) {
      page.paragraph(
          "\"anyway\" is what a machine burns while no request is in the stack, as so many"
              + " milliseconds per request: it is in the line above, and no cost of the requests.");
    }
    for (ScopeReport scope : report.scopes()) {
      if (scope.cpu().stream().anyMatch(use -> use.host() != null)) {
        scope(scope);
      }
    }
    if (report.scopes().stream().noneMatch(s -> s.cpu().stream().anyMatch(u -> u.host() != null))) {
      page.blank();
      page.paragraph("CPU time is " + Figures.NOT_IN_LOGS + ": there is no sar.");
    }
    if (report.hasGuests()) {
      guests();
    }
  }

  private void scope(ScopeReport scope) throws IOException {
    page.blank();
    page.paragraph(
        scope.scope().window() == null ? "Whole run" : "Window " + scope.scope().window());
    Grid grid =
        new Grid(
            Grid.Align.LEFT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT);
    List<String> head = new ArrayList<>(List.of(""));
    for (CpuMode mode : CpuMode.values()) {
      head.add(mode.key());
    }
    head.addAll(List.of("busy", "of", "conc."));
    grid.row(head);
    for (CpuUse use : scope.cpu()) {
      List<String> row = new ArrayList<>();
      row.add(page.cell(use.host() == null ? use.run() : use.run() + " " + use.host(), NAME));
      use.modes().forEach(mode -> row.add(millis(mode.msPerRequest())));
      row.add(cores(use.busyCores()));
      row.add(use.cores() == null ? NONE : use.cores().toString());
      row.add(cores(use.concurrency()));
      grid.row(row);
      if (use.backgroundCores().isPresent()) {
        grid.row(anyway(use));
      }
      if (use.modes().stream().anyMatch(mode -> mode.deltaMs() != null)) {
        grid.row(change(use));
      }
    }
    page.grid(grid);
    for (String remark : scope.cpuRemarks()) {
      page.indented("Note: " + remark + ".");
    }
  }

  private static List<String> anyway(CpuUse use) {
    List<String> row = new ArrayList<>(List.of("  anyway"));
    for (ModeUse mode : use.modes()) {
      row.add(mode.backgroundMs() == null ? "" : bare(Figures.millis(mode.backgroundMs())));
    }
    row.addAll(List.of(cores(use.backgroundCores().orElse(null)), "", ""));
    return row;
  }

  private List<String> change(CpuUse use) {
    List<String> row = new ArrayList<>();
    row.add(page.cell("  less " + report.baseline(), NAME));
    for (ModeUse mode : use.modes()) {
      row.add(mode.deltaMs() == null ? "" : bare(Figures.signedMillis(mode.deltaMs())));
    }
    row.addAll(List.of("", "", ""));
    return row;
  }

  private void guests() throws IOException {
    page.heading("Guest beside host, mean number of CPUs");
    for (ScopeReport scope : report.scopes()) {
      if (scope.guests().isEmpty()) {
        continue;
      }
      page.blank();
      page.paragraph(
          scope.scope().window() == null ? "Whole run" : "Window " + scope.scope().window());
      Grid grid =
          new Grid(
              Grid.Align.LEFT,
              Grid.Align.RIGHT,
              Grid.Align.RIGHT,
              Grid.Align.RIGHT,
              Grid.Align.LEFT);
      grid.row(List.of("", "charged", "guest saw", "ratio", ""));
      for (GuestUse use : scope.guests()) {
        grid.row(
            List.of(
                page.cell(use.run() + " " + use.domain(), 24),
                cores(use.chargedCores()),
                cores(use.guestBusyCores()),
                cores(use.guestToHost()),
                use.meaning()));
      }
      page.grid(grid);
      for (GuestUse use : scope.guests()) {
        if (use.waiting().isPresent()) {
          page.paragraph(use.run() + " " + use.domain() + ", " + use.waiting().get());
        }
      }
    }
  }

  private static String millis(Double ms) {
    return ms == null ? NONE : bare(Figures.millis(ms));
  }

  private static String cores(Double cores) {
    return cores == null ? NONE : Figures.cores(cores);
  }

  private static String bare(String figure) {
    return figure.substring(0, figure.length() - " ms".length());
  }
}
