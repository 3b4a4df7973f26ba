package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierRow;

/** Draws the tiers of one run in one scope as a line of letters or blocks. */
final class TierBar {

  private TierBar() {}

  /** The marks of a tier: its letter, and its block where more than ASCII can be shown. */
  static char mark(Tier tier, boolean unicode) {
    return switch (tier) {
      case WEB -> unicode ? '\u2591' : 'w';
      case APP -> unicode ? '\u2588' : 'a';
      case WEB_APP -> unicode ? '\u2593' : 'm';
      case DB -> unicode ? '\u2592' : 'd';
      default -> '.';
    };
  }

  /**
   * A bar as long as the mean against the longest mean of the scope, which fills the width; empty
   * without a mean.
   */
  static String of(ScopeReport scope, String run, boolean unicode, int width) {
    TierCell request = scope.cell(Tier.REQUEST, run).orElse(null);
    if (request == null || !request.told()) {
      return "";
    }
    double longest =
        scope.tiers().stream()
            .filter(row -> row.tier() == Tier.REQUEST)
            .flatMap(row -> row.cells().stream())
            .filter(TierCell::told)
            .mapToDouble(TierCell::meanUs)
            .max()
            .orElse(0);
    if (longest <= 0) {
      return "";
    }
    StringBuilder bar = new StringBuilder();
    double told = 0;
    for (TierRow row : scope.tiers()) {
      TierCell cell = row.cell(run).orElse(null);
      if (row.tier().isPart() && cell != null && cell.told()) {
        told += Math.max(0, cell.meanUs());
        fill(bar, mark(row.tier(), unicode), told / longest, width);
      }
    }
    fill(bar, '.', request.meanUs() / longest, width);
    return bar.toString();
  }

  private static void fill(StringBuilder bar, char mark, double upTo, int width) {
    int end = (int) Math.round(Math.min(1, upTo) * width);
    while (bar.length() < end) {
      bar.append(mark);
    }
  }
}
