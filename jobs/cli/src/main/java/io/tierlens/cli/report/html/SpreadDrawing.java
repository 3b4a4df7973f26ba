package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.RunNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws the quantiles of all runs in one scope as marks on a line. */
final class SpreadDrawing {

  private static final int ROW = 58;
  private static final int NAME = 14;
  private static final int MARKS = 33;

  /** The largest mark at the right edge is seen whole. */
  private static final double RIGHT = 97;

  private final Figures figures;
  private final List<String> runs;
  private final RunNames names;

  SpreadDrawing(Figures figures, List<String> runs, RunNames names) {
    this.figures = figures;
    this.runs = runs;
    this.names = names;
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
    Canvas canvas = new Canvas(longest, RIGHT);
    double y = 0;
    for (Dispersion row : scope.dispersion()) {
      row(canvas, row, y);
      y += ROW;
    }
    return canvas.drawing(id, "Quantiles of request durations, " + scope.scope().label(), y - 8);
  }

  private void row(Canvas canvas, Dispersion row, double y) {
    canvas.name(names.of(row.run()), y + NAME);
    if (row.p50Us() == null || row.p95Us() == null || row.p99Us() == null) {
      canvas.label(Canvas.FULL, 0, y + NAME, "end", "faint", Figures.NOT_IN_LOGS);
      canvas.say(row.run() + ": " + Figures.NOT_IN_LOGS);
      return;
    }
    String style = "run" + runs.indexOf(row.run()) % 4;
    double middle = y + MARKS;
    canvas.line(0, middle, row.p50Us(), middle, "thin");
    canvas.line(row.p50Us(), middle, row.p95Us(), middle, "thick " + style);
    canvas.line(row.p95Us(), middle, row.p99Us(), middle, "middle " + style);
    dot(canvas, row.run(), "p50", row.p50Us(), middle, 8, style);
    dot(canvas, row.run(), "p95", row.p95Us(), middle, 6, style);
    dot(canvas, row.run(), "p99", row.p99Us(), middle, 4, style);
    String figure =
        figures.duration(row.p50Us())
            + ", "
            + figures.duration(row.p95Us())
            + ", "
            + figures.duration(row.p99Us());
    canvas.label(Canvas.FULL, 0, y + NAME, "end", "figure", figure);
    canvas.say(row.run() + " p50, p95, p99: " + figure);
  }

  private void dot(
      Canvas canvas, String run, String name, double us, double y, double radius, String style) {
    String title = run + ", " + name + ": " + figures.duration(us);
    canvas.dot(us, y, radius, style, title);
  }
}
