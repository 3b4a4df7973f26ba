package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws the quantiles of all runs in one scope as marks on a line. */
final class SpreadDrawing {

  private static final int ROW = 28;

  private final Figures figures;
  private final List<String> runs;

  SpreadDrawing(Figures figures, List<String> runs) {
    this.figures = figures;
    this.runs = runs;
  }

  Drawing of(ScopeReport scope, String id) {
    double longest =
        scope.dispersion().stream()
            .flatMap(
                row -> Stream.of(row.p50Us(), row.p95Us(), row.p99Us()).filter(Objects::nonNull))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    if (longest == 0) {
      return null;
    }
    Canvas canvas = new Canvas(longest);
    double y = 4;
    for (Dispersion row : scope.dispersion()) {
      row(canvas, row, y + ROW / 2.0);
      y += ROW;
    }
    return canvas.drawing(id, "Quantiles of request durations, " + scope.scope().label(), y + 4);
  }

  private void row(Canvas canvas, Dispersion row, double y) {
    canvas.name(row.run(), y + 4.5);
    if (row.p50Us() == null || row.p95Us() == null || row.p99Us() == null) {
      canvas.figure(Canvas.LEFT, y + 4.5, Figures.NOT_IN_LOGS);
      canvas.say(row.run() + ": " + Figures.NOT_IN_LOGS);
      return;
    }
    String style = "run" + runs.indexOf(row.run()) % 4;
    canvas.line(0, y, row.p50Us(), y, "thin");
    canvas.line(row.p50Us(), y, row.p95Us(), y, "thick " + style);
    canvas.line(row.p95Us(), y, row.p99Us(), y, "middle " + style);
    dot(canvas, row.run(), "p50", row.p50Us(), y, 7, style);
    dot(canvas, row.run(), "p95", row.p95Us(), y, 5, style);
    dot(canvas, row.run(), "p99", row.p99Us(), y, 3.5, style);
    String figure =
        figures.duration(row.p50Us())
            + ", "
            + figures.duration(row.p95Us())
            + ", "
            + figures.duration(row.p99Us());
    canvas.figure(canvas.x(row.p99Us()), y + 4.5, figure);
    canvas.say(row.run() + " p50, p95, p99: " + figure);
  }

  private void dot(
      Canvas canvas, String run, String name, double us, double y, double radius, String style) {
    String title = run + ", " + name + ": " + figures.duration(us);
    canvas.dot(us, y, radius, style, title);
  }
}
