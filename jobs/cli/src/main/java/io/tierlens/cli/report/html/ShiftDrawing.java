package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.words.Figures;

/** Draws how far each tenth of the requests moved, with its interval, around a line of no move. */
final class ShiftDrawing {

  private static final int TOP = 12;
  private static final int PLOT = 150;

  /** Labels of the axis, in percent. */
  private static final double GUTTER = 16;

  private final Figures figures;

  ShiftDrawing(Figures figures) {
    this.figures = figures;
  }

  Drawing of(QuantileShift shift, String id) {
    if (shift.deciles().isEmpty()) {
      return null;
    }
    double high = 0;
    double low = 0;
    for (QuantileShift.Decile decile : shift.deciles()) {
      high = Math.max(high, decile.highUs() == null ? decile.deltaUs() : decile.highUs());
      low = Math.min(low, decile.lowUs() == null ? decile.deltaUs() : decile.lowUs());
    }
    // Infinite bounds would leave no scale for the rest.
    double most = shift.deciles().stream().mapToDouble(d -> Math.abs(d.deltaUs())).max().orElse(0);
    Scale scale = new Scale(Math.max(low, -3 * most), Math.min(high, 3 * most));
    Canvas canvas = new Canvas(1, Canvas.FULL);
    canvas.stroke(GUTTER, scale.y(0), Canvas.FULL, scale.y(0), "axis");
    canvas.label(GUTTER, -6, scale.y(0) + 4, "end", "tick", "0");
    tick(canvas, scale, scale.high);
    tick(canvas, scale, scale.low);
    double step = (Canvas.FULL - GUTTER) / shift.deciles().size();
    for (int i = 0; i < shift.deciles().size(); i++) {
      decile(canvas, scale, shift.deciles().get(i), GUTTER + (i + 0.5) * step, step);
    }
    return canvas.drawing(id, "Move of each tenth, " + shift.run(), TOP + PLOT + 24);
  }

  private void tick(Canvas canvas, Scale scale, double us) {
    if (Math.abs(scale.y(us) - scale.y(0)) > 14) {
      canvas.stroke(GUTTER, scale.y(us), Canvas.FULL, scale.y(us), "grid");
      canvas.label(GUTTER, -6, scale.y(us) + 4, "end", "tick", figures.signed(us));
    }
  }

  private void decile(
      Canvas canvas, Scale scale, QuantileShift.Decile decile, double x, double step) {
    String words = words(decile);
    String style =
        Boolean.TRUE.equals(decile.significant())
            ? decile.deltaUs() > 0 ? "slower" : "faster"
            : "unsure";
    double y = scale.y(decile.deltaUs());
    double zero = scale.y(0);
    canvas.box(
        x - step * 0.3,
        x + step * 0.3,
        Math.min(y, zero),
        Math.max(Math.abs(y - zero), 1),
        "move " + style,
        words);
    if (decile.lowUs() != null && decile.highUs() != null) {
      canvas.stroke(x, scale.y(decile.lowUs()), x, scale.y(decile.highUs()), "whisker");
    }
    canvas.label(x, 0, TOP + PLOT + 18, "middle", "tick", "p" + decile.percent());
    canvas.say(words);
  }

  private String words(QuantileShift.Decile decile) {
    String interval = figures.signedInterval(decile.lowUs(), decile.highUs());
    return "p"
        + decile.percent()
        + ": "
        + figures.duration(decile.baselineUs())
        + ", then "
        + figures.duration(decile.candidateUs())
        + ", "
        + HtmlPage.moved(decile, figures)
        + (interval.isEmpty() ? ", no interval" : ", interval " + interval);
  }

  /** From the greatest move at the top to the least at the bottom, both sides of 0. */
  private record Scale(double low, double high) {

    double y(double us) {
      double range = high - low;
      double at = range == 0 ? 0.5 : (high - us) / range;
      return TOP + Math.max(0, Math.min(1, at)) * PLOT;
    }
  }
}
