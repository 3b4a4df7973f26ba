package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ScopeReport;
import java.io.IOException;
import java.util.List;

/** What the hypervisor charged a guest, beside what the guest saw of itself. */
final class GuestSection {

  private final Sheet sheet;
  private final Page page;

  GuestSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
  }

  void write() throws IOException {
    List<ScopeReport> shown =
        sheet.full.stream().filter(scope -> !scope.guests().isEmpty()).toList();
    if (shown.isEmpty()) {
      return;
    }
    page.section("Guest beside host" + sheet.inMain() + ", mean number of CPUs");
    for (ScopeReport scope : shown) {
      if (sheet.details) {
        page.paragraph(scope.scope().label() + ":");
      }
      Grid grid =
          new Grid(
              Grid.Align.NAME,
              Grid.Align.RIGHT,
              Grid.Align.RIGHT,
              Grid.Align.RIGHT,
              Grid.Align.WORDS);
      grid.row(List.of("", "charged", "guest saw", "ratio", ""));
      for (GuestUse use : scope.guests()) {
        grid.row(
            List.of(
                sheet.names.of(use.run()) + " " + page.shown(use.domain()),
                CpuSection.cores(use.chargedCores()),
                CpuSection.cores(use.guestBusyCores()),
                CpuSection.cores(use.guestToHost()),
                (sheet.details || use.guest() != null ? page.shown(use.meaning()) : "")
                    + use.waiting().map(waiting -> "; " + waiting).orElse("")));
      }
      page.grid(grid);
    }
  }
}
