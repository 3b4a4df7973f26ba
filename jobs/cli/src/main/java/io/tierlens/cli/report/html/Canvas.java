package io.tierlens.cli.report.html;

import io.tierlens.cli.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/** Collects shapes: names on the left, a plot in the middle, figures on the right. */
final class Canvas {

  static final int WIDTH = 920;
  static final int LEFT = 150;
  static final int PLOT = 610;
  private static final int GAP = 10;
  private static final int NAME_LENGTH = 20;

  private final List<Drawing.Bar> bars = new ArrayList<>();
  private final List<Drawing.Line> lines = new ArrayList<>();
  private final List<Drawing.Dot> dots = new ArrayList<>();
  private final List<Drawing.Label> labels = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final double longest;

  /** A canvas whose plot is as wide as this value. */
  Canvas(double longest) {
    this.longest = longest > 0 ? longest : 1;
  }

  double x(double value) {
    return round(LEFT + Math.max(0, Math.min(1, value / longest)) * PLOT);
  }

  void name(String name, double y) {
    label(LEFT - GAP, y, "end", "name", Printable.fit(Printable.text(name), NAME_LENGTH));
  }

  void figure(double x, double y, String text) {
    label(x + GAP, y, "start", "figure", text);
  }

  void label(double x, double y, String anchor, String style, String text) {
    labels.add(new Drawing.Label(round(x), round(y), anchor, style, text));
  }

  void bar(double from, double to, double y, double height, String style, String title) {
    if (to <= from) {
      return;
    }
    double x = x(from);
    bars.add(new Drawing.Bar(x, round(y), Math.max(round(x(to) - x), 0.5), height, style, title));
  }

  void line(double from, double y1, double to, double y2, String style) {
    lines.add(new Drawing.Line(x(from), round(y1), x(to), round(y2), style));
  }

  void dot(double value, double y, double radius, String style, String title) {
    dots.add(new Drawing.Dot(x(value), round(y), radius, style, title));
  }

  /** Adds to the words that stand for the drawing. */
  void say(String sentence) {
    words.add(sentence);
  }

  Drawing drawing(String id, String title, double height) {
    return new Drawing(
        id,
        title,
        String.join("; ", words) + ".",
        WIDTH,
        (int) Math.ceil(height),
        bars,
        lines,
        dots,
        labels);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
