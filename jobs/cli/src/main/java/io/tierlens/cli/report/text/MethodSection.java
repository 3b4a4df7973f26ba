package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierRow;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** What the figures are, in few lines; the pages of the project say more. */
final class MethodSection {

  private final Sheet sheet;
  private final Page page;

  MethodSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
  }

  void write() throws IOException {
    page.section("Method");
    if (sheet.details) {
      for (Tier tier : tiers()) {
        page.bullet(
            tier.label()
                + (tier.isPart() ? " (" + TierBar.mark(tier, page.unicode()) + "): " : ": ")
                + tier.meaning());
      }
    }
    page.bullet("logs allow: the bounds of the mean, given how exactly the logs note times.");
    if (sheet.report.compares()) {
      page.bullet("interval: of a change, by batches of requests; with 0 in it, not significant.");
    }
    page.bullet("CPU time: all of the machine's, shared out over the application's requests.");
    page.bullet("docs/report.md explains every figure, docs/findings/ every cause.");
  }

  private Set<Tier> tiers() {
    Set<Tier> tiers = new TreeSet<>();
    for (ScopeReport scope : sheet.report.scopes()) {
      scope.tiers().stream().map(TierRow::tier).forEach(tiers::add);
    }
    return tiers;
  }
}
