package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.words.Figures;

/** Draws the tiers of all runs in one scope as stacked bars. */
final class TierDrawing {

  private static final int ROW = 36;
  private static final int BAR = 24;

  /** A narrower part has its figure in the tooltip and the table only. */
  private static final double ROOM_FOR_LABEL = 62;

  private final Figures figures;

  TierDrawing(Figures figures) {
    this.figures = figures;
  }

  Drawing of(ScopeReport scope, String id) {
    TierRow requests =
        scope.tiers().stream().filter(row -> row.tier() == Tier.REQUEST).findFirst().orElse(null);
    if (requests == null || requests.cells().stream().noneMatch(TierCell::told)) {
      return null;
    }
    double longest =
        requests.cells().stream()
            .filter(TierCell::told)
            .mapToDouble(TierCell::meanUs)
            .max()
            .orElse(0);
    Canvas canvas = new Canvas(longest);
    double y = 4;
    for (TierCell request : requests.cells()) {
      row(canvas, scope, request, y);
      y += ROW;
    }
    return canvas.drawing(id, "Mean time per request by tier, " + scope.scope().label(), y);
  }

  private void row(Canvas canvas, ScopeReport scope, TierCell request, double y) {
    double middle = y + BAR / 2.0 + 4.5;
    canvas.name(request.run(), middle);
    if (!request.told()) {
      canvas.figure(Canvas.LEFT, middle, Figures.NOT_IN_LOGS);
      canvas.say(request.run() + ": " + Figures.NOT_IN_LOGS);
      return;
    }
    StringBuilder words =
        new StringBuilder(request.run()).append(' ').append(figures.duration(request.meanUs()));
    double from = 0;
    for (TierRow row : scope.tiers()) {
      TierCell cell = row.cell(request.run()).orElse(null);
      if (row.tier().isPart() && cell != null && cell.told()) {
        double to = from + Math.max(0, cell.meanUs());
        part(canvas, row.tier(), cell, from, to, y);
        words.append(", ").append(row.tier().label()).append(' ');
        words.append(figures.duration(cell.meanUs()));
        from = to;
      }
    }
    double untold = request.meanUs() - from;
    if (untold > request.meanUs() * 0.001) {
      String title = request.run() + ": " + figures.duration(untold) + " not told apart";
      canvas.bar(from, request.meanUs(), y, BAR, "rest", title);
      words.append(", not told apart ").append(figures.duration(untold));
    }
    canvas.figure(
        canvas.x(request.meanUs()), middle, figures.duration(request.meanUs()) + change(request));
    canvas.say(words.toString());
  }

  private static String change(TierCell request) {
    TierChange change = request.change();
    return change == null || change.relative() == null || !change.significant()
        ? ""
        : " (" + Figures.relative(change.relative()) + ")";
  }

  private void part(Canvas canvas, Tier tier, TierCell cell, double from, double to, double y) {
    String figure = figures.duration(cell.meanUs());
    String share = cell.share() == null ? "" : " (" + Figures.share(cell.share()) + ")";
    canvas.bar(
        from, to, y, BAR, tier.key(), cell.run() + ", " + tier.label() + ": " + figure + share);
    if (canvas.x(to) - canvas.x(from) >= ROOM_FOR_LABEL) {
      double middle = (canvas.x(from) + canvas.x(to)) / 2;
      canvas.label(middle, y + BAR / 2.0 + 4.5, "middle", "on-" + tier.key(), figure);
    }
  }
}
