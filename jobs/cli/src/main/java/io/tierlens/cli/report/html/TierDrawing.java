package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.RunNames;

/** Draws the tiers of all runs in one scope as stacked bars. */
final class TierDrawing {

  private static final int ROW = 58;
  private static final int NAME = 14;
  private static final int BAR_FROM = 21;
  private static final int BAR = 24;

  /** A narrower part, in percent, has its figure in the tooltip and the table only. */
  private static final double ROOM_FOR_LABEL = 17;

  private final Figures figures;
  private final RunNames names;

  TierDrawing(Figures figures, RunNames names) {
    this.figures = figures;
    this.names = names;
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
    Canvas canvas = new Canvas(longest, Canvas.FULL);
    double y = 0;
    for (TierCell request : requests.cells()) {
      row(canvas, scope, request, y);
      y += ROW;
    }
    return canvas.drawing(id, "Mean time per request by tier, " + scope.scope().label(), y - 8);
  }

  private void row(Canvas canvas, ScopeReport scope, TierCell request, double y) {
    canvas.name(names.of(request.run()), y + NAME);
    if (!request.told()) {
      canvas.label(Canvas.FULL, 0, y + NAME, "end", "faint", request.shown(figures));
      canvas.say(request.run() + ": " + request.shown(figures));
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
      canvas.bar(from, request.meanUs(), y + BAR_FROM, BAR, "rest", title);
      words.append(", not told apart ").append(figures.duration(untold));
    }
    TierChange change = request.change();
    String style = change == null ? "figure" : HtmlPage.styleOf(change) + " figure";
    canvas.label(
        Canvas.FULL,
        0,
        y + NAME,
        "end",
        style,
        figures.duration(request.meanUs()) + (change == null ? "" : shortWords(change)));
    canvas.say(words + (change == null ? "" : ", " + change.words(figures)));
  }

  private static String shortWords(TierChange change) {
    String relative =
        change.relative() == null ? "" : " (" + Figures.relative(change.relative()) + ")";
    return switch (change.verdict()) {
      case SLOWER -> ", slower" + relative;
      case FASTER -> ", faster" + relative;
      case NOT_SIGNIFICANT -> ", ~" + relative;
      case TOO_FEW_REQUESTS, DRIFTING, NOT_COMPARABLE -> ", not judged" + relative;
    };
  }

  private void part(Canvas canvas, Tier tier, TierCell cell, double from, double to, double y) {
    String figure = figures.duration(cell.meanUs());
    String share = cell.share() == null ? "" : " (" + Figures.share(cell.share()) + ")";
    String interval = cell.interval(figures);
    String title =
        cell.run()
            + ", "
            + tier.label()
            + ": "
            + figure
            + share
            + (interval.isEmpty() ? "" : ", " + interval);
    canvas.bar(from, to, y + BAR_FROM, BAR, tier.key(), title);
    if (canvas.x(to) - canvas.x(from) >= ROOM_FOR_LABEL) {
      double middle = (canvas.x(from) + canvas.x(to)) / 2;
      canvas.label(middle, 0, y + BAR_FROM + 16.5, "middle", "on-" + tier.key(), figure);
    }
  }
}
