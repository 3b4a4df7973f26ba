package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.Figures;

/** Draws the way from the baseline's mean to the candidate's, one step below the other. */
final class WaterfallDrawing {

  private static final int ROW = 42;
  private static final int NAME = 14;
  private static final int BAR_FROM = 20;
  private static final int BAR = 14;

  private final Figures figures;
  private final String baseline;

  WaterfallDrawing(Figures figures, String baseline) {
    this.figures = figures;
    this.baseline = baseline;
  }

  Drawing of(Waterfall waterfall, String id) {
    double sum = waterfall.baselineUs();
    double longest = Math.max(sum, waterfall.candidateUs());
    for (Waterfall.Step step : waterfall.steps()) {
      sum += step.deltaUs();
      longest = Math.max(longest, sum);
    }
    Canvas canvas = new Canvas(longest, Canvas.FULL);
    double y = 0;
    whole(canvas, baseline, waterfall.baselineUs(), y, "base");
    double at = waterfall.baselineUs();
    for (Waterfall.Step step : waterfall.steps()) {
      join(canvas, at, y);
      y += ROW;
      step(canvas, step, at, y);
      at += step.deltaUs();
    }
    join(canvas, at, y);
    y += ROW;
    whole(canvas, waterfall.run(), waterfall.candidateUs(), y, "candidate");
    String window = waterfall.window() == null ? "whole run" : waterfall.window();
    return canvas.drawing(
        id, "From " + baseline + " to " + waterfall.run() + ", " + window, y + BAR_FROM + BAR + 2);
  }

  private void whole(Canvas canvas, String run, double us, double y, String style) {
    String figure = figures.duration(us);
    canvas.name(run, y + NAME);
    canvas.label(Canvas.FULL, 0, y + NAME, "end", "figure", figure);
    canvas.bar(0, us, y + BAR_FROM, BAR, style, run + ": " + figure + " a request");
    canvas.say(run + " " + figure);
  }

  /** From the end of one bar to the beginning of the next. */
  private static void join(Canvas canvas, double at, double y) {
    canvas.line(at, y + BAR_FROM + BAR, at, y + ROW + BAR_FROM, "join");
  }

  private void step(Canvas canvas, Waterfall.Step step, double from, double y) {
    double to = from + step.deltaUs();
    String words = words(step);
    String interval = interval(step);
    canvas.label(0, 0, y + NAME, "start", "step", step.label());
    canvas.label(Canvas.FULL, 0, y + NAME, "end", "figure " + style(step), words);
    String title = step.label() + ": " + words + interval;
    canvas.bar(
        Math.min(from, to), Math.max(from, to), y + BAR_FROM, BAR, "move " + style(step), title);
    if (step.lowUs() != null && step.highUs() != null) {
      double middle = y + BAR_FROM + BAR / 2.0;
      canvas.line(from + step.lowUs(), middle, from + step.highUs(), middle, "whisker");
    }
    canvas.say(title);
  }

  private String words(Waterfall.Step step) {
    String signed = figures.signed(step.deltaUs());
    if (step.significant() == null) {
      return signed;
    }
    return step.significant()
        ? signed + (step.deltaUs() > 0 ? " slower" : " faster")
        : "~ " + signed;
  }

  private String interval(Waterfall.Step step) {
    String interval = figures.signedInterval(step.lowUs(), step.highUs());
    return interval.isEmpty() ? ", no interval" : ", interval " + interval;
  }

  private static String style(Waterfall.Step step) {
    if (!Boolean.TRUE.equals(step.significant())) {
      return "unsure";
    }
    return step.deltaUs() > 0 ? "slower" : "faster";
  }
}
