package io.tierlens.cli.report.text;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.ChangeWords;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How request durations spread, and how the spread moved. */
final class SpreadSection {

  /** All nine deciles need so many columns; below every other one is shown. */
  private static final int ROOMY = 110;

  private final Sheet sheet;
  private final Page page;
  private final Figures figures;

  SpreadSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
    this.figures = sheet.figures;
  }

  void write() throws IOException {
    page.section("Dispersion of request durations" + sheet.inMain());
    dispersion();
    shifts();
    for (RunChanges changes : sheet.report.changes()) {
      for (ScopeReport scope : sheet.full) {
        changes(changes, scope);
      }
    }
    page.indented("cv: standard deviation over mean; p95: 95 % of the requests take less.");
    if (!sheet.report.changes().isEmpty() && sheet.details) {
      page.indented(ChangeWords.LEGEND);
    }
  }

  private void dispersion() throws IOException {
    List<Grid.Align> aligns = new ArrayList<>(Collections.nCopies(8, Grid.Align.RIGHT));
    aligns.set(0, Grid.Align.NAME);
    aligns.set(1, Grid.Align.LEFT);
    Grid grid = new Grid(aligns);
    grid.row(
        List.of(
            "window",
            sheet.report.compares() ? "run" : "",
            "std dev",
            "cv",
            "p50",
            "p95",
            "p99",
            "p95/p50"));
    for (ScopeReport scope : sheet.full) {
      String window = page.shown(scope.scope().label());
      for (Dispersion row : scope.dispersion()) {
        grid.row(
            List.of(
                window,
                sheet.run(row.run()),
                duration(row.stddevUs()),
                row.variation() == null ? "-" : Figures.ratio(row.variation()),
                duration(row.p50Us()),
                duration(row.p95Us()),
                duration(row.p99Us()),
                row.tailRatio() == null ? "-" : Figures.ratio(row.tailRatio())));
        window = "";
      }
    }
    page.grid(grid);
  }

  private void shifts() throws IOException {
    for (ScopeReport scope : sheet.full) {
      List<QuantileShift> shown =
          sheet.report.shifts().stream()
              .filter(shift -> Objects.equals(shift.window(), scope.scope().window()))
              .filter(shift -> !shift.deciles().isEmpty())
              .toList();
      if (shown.isEmpty()) {
        continue;
      }
      page.paragraph(
          "Moves of the deciles"
              + (sheet.details ? Sheet.in(scope.scope().window()) : "")
              + ": did all requests move, or the slow ones alone?");
      List<QuantileShift.Decile> first = deciles(shown.get(0));
      Grid grid = new Grid(Collections.nCopies(first.size() + 1, Grid.Align.RIGHT));
      List<String> head = new ArrayList<>(List.of(""));
      first.forEach(decile -> head.add("p" + decile.percent()));
      grid.row(head);
      for (QuantileShift shift : shown) {
        List<String> row = new ArrayList<>(List.of(sheet.names.of(shift.run())));
        deciles(shift).forEach(decile -> row.add(move(decile)));
        // Deciles that another run does not have leave their places empty.
        while (row.size() < head.size()) {
          row.add("");
        }
        grid.row(row.subList(0, head.size()));
      }
      page.grid(grid);
      for (QuantileShift shift : shown) {
        if (shift.remark() != null) {
          page.indented("Note on " + sheet.names.of(shift.run()) + ": " + shift.remark() + ".");
        }
      }
    }
  }

  private List<QuantileShift.Decile> deciles(QuantileShift shift) {
    return shift.deciles().stream()
        .filter(decile -> page.width() >= ROOMY || decile.percent() % 20 == 10)
        .toList();
  }

  private String move(QuantileShift.Decile decile) {
    boolean shown = Boolean.TRUE.equals(decile.significant());
    return figures.signed(decile.deltaUs())
        + (decile.significant() == null
            ? " " + ChangeMark.NOT_JUDGED
            : shown ? "  " : " " + ChangeMark.NONE_SHOWN);
  }

  private void changes(RunChanges changes, ScopeReport scope) throws IOException {
    List<Comparison> rows = changes.in(scope.scope().window());
    List<Comparison> told = ChangeWords.told(rows);
    String refused = ChangeWords.refused(rows, figures);
    if (told.isEmpty() && refused.isEmpty()) {
      return;
    }
    if (sheet.details) {
      all(changes, scope, told, refused);
    } else {
      inShort(changes, told);
      sheet.omit(
          "figures of dispersion with their intervals",
          rows.stream().filter(ChangeWords::shown).count());
    }
  }

  /** What moved for sure, and in how much no difference could be shown. */
  private void inShort(RunChanges changes, List<Comparison> told) throws IOException {
    String moved = named(told, true);
    String notShown = named(told, false);
    if (!told.isEmpty()) {
      page.indented(
          sheet.names.of(changes.run())
              + ": "
              + (moved.isEmpty() ? "" : moved + " (significant)")
              + (moved.isEmpty() || notShown.isEmpty() ? "" : "; ")
              + (notShown.isEmpty() ? "" : notShown + " (not significant)"));
    }
  }

  private String named(List<Comparison> told, boolean significant) {
    return told.stream()
        .filter(row -> Boolean.valueOf(significant).equals(row.significant()))
        .map(row -> ChangeWords.name(row) + " " + ChangeWords.difference(row, figures))
        .collect(Collectors.joining(", "));
  }

  private void all(RunChanges changes, ScopeReport scope, List<Comparison> told, String refused)
      throws IOException {
    page.paragraph(changes.run() + Sheet.in(scope.scope().window()) + ":");
    Grid grid = new Grid(Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.WORDS);
    for (Comparison row : told) {
      grid.row(
          List.of(
              ChangeWords.name(row),
              ChangeWords.difference(row, figures),
              ChangeWords.interval(row, figures)));
    }
    page.grid(grid);
    if (!refused.isEmpty()) {
      page.indented("not judged: " + refused);
    }
  }

  private String duration(Double us) {
    return us == null ? "-" : figures.duration(us);
  }
}
