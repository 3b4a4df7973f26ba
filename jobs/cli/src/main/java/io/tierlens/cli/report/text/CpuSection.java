package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** CPU time by mode. */
final class CpuSection {

  private static final String NONE = "-";

  private final Sheet sheet;
  private final Page page;

  CpuSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
  }

  void write() throws IOException {
    page.section("CPU time by mode" + sheet.inMain() + ", milliseconds per request");
    List<ScopeReport> shown =
        sheet.full.stream()
            .filter(scope -> scope.cpu().stream().anyMatch(use -> use.host() != null))
            .toList();
    for (ScopeReport scope : shown) {
      if (sheet.details) {
        page.paragraph(scope.scope().label() + ":");
      }
      table(scope);
    }
    if (shown.isEmpty()) {
      boolean requests = sheet.full.stream().anyMatch(scope -> !scope.tiers().isEmpty());
      page.indented(
          requests
              ? "CPU time is " + Figures.NOT_IN_LOGS + " here: there is no sar."
              : "CPU time cannot be told by request: no request is timed.");
      return;
    }
    page.indented(
        "busy: CPUs at work, of so many; conc.: requests in the stack; "
            + NONE
            + ": "
            + Figures.NOT_IN_LOGS
            + "."
            + (shown.stream().anyMatch(this::hasBackground)
                ? " anyway: burnt without any request, too; in the line above."
                : ""));
  }

  private boolean hasBackground(ScopeReport scope) {
    return uses(scope).stream().anyMatch(use -> use.backgroundCores().isPresent());
  }

  /** The machines of the stack; with details the others, too. */
  private List<CpuUse> uses(ScopeReport scope) {
    return scope.cpu().stream().filter(use -> sheet.details || use.inStack()).toList();
  }

  private void table(ScopeReport scope) throws IOException {
    List<Grid.Align> aligns = new ArrayList<>(Collections.nCopies(9, Grid.Align.RIGHT));
    aligns.set(0, Grid.Align.NAME);
    Grid grid = new Grid(aligns);
    List<String> head = new ArrayList<>(List.of(""));
    for (CpuMode mode : CpuMode.values()) {
      head.add(mode.key());
    }
    head.addAll(List.of("busy", "of", "conc."));
    grid.row(head);
    List<CpuUse> uses = uses(scope);
    for (CpuUse use : uses) {
      List<String> row = new ArrayList<>();
      String run = sheet.names.of(use.run());
      row.add(use.host() == null ? run : run + " " + page.shown(use.host()));
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
    sheet.omit("machines beside the stack", scope.cpu().size() - uses.size());
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
    row.add("  less " + sheet.names.of(sheet.report.baseline()));
    for (ModeUse mode : use.modes()) {
      row.add(mode.deltaMs() == null ? "" : bare(Figures.signedMillis(mode.deltaMs())));
    }
    row.addAll(List.of("", "", ""));
    return row;
  }

  private static String millis(Double ms) {
    return ms == null ? NONE : bare(Figures.millis(ms));
  }

  static String cores(Double cores) {
    return cores == null ? NONE : Figures.cores(cores);
  }

  private static String bare(String figure) {
    return figure.substring(0, figure.length() - " ms".length());
  }
}
