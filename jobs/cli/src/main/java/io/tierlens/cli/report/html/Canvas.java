package io.tierlens.cli.report.html;

import io.tierlens.cli.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/** Collects shapes on a scale from 0 to a greatest value, and the words that stand for them. */
final class Canvas {

  /** All of the width. */
  static final double FULL = 100;

  private static final int GAP = 7;
  private static final int NAME_LENGTH = 26;
  private static final int BRIEF_LENGTH = 16;

  private final List<Drawing.Plane> planes = new ArrayList<>();
  private final List<Drawing.Bar> bars = new ArrayList<>();
  private final List<Drawing.Line> lines = new ArrayList<>();
  private final List<Drawing.Dot> dots = new ArrayList<>();
  private final List<Drawing.Label> labels = new ArrayList<>();
  private final List<Drawing.Bar> spots = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final double longest;
  private final double right;

  /**
   * A canvas.
   *
   * @param longest value at the right edge of the plot
   * @param right where that edge is, in percent of the width
   */
  Canvas(double longest, double right) {
    this.longest = longest > 0 ? longest : 1;
    this.right = right;
  }

  /** Where a value lies, in percent of the width. */
  double x(double value) {
    return round(Math.max(0, Math.min(1, value / longest)) * right);
  }

  /** A run's or a machine's name, at the left edge. */
  void name(String name, double y) {
    label(0, 0, y, "start", "name", shortName(name));
  }

  static String shortName(String name) {
    return Printable.fit(Printable.text(name), NAME_LENGTH);
  }

  /** A name that stands behind a figure. */
  static String briefName(String name) {
    return Printable.fit(Printable.text(name), BRIEF_LENGTH);
  }

  /** A figure behind a place. */
  void figure(double x, double y, String text) {
    label(x, GAP, y, "start", "figure", text);
  }

  void label(double x, int dx, double y, String anchor, String style, String text) {
    labels.add(new Drawing.Label(round(x), dx, round(y), anchor, style, text));
  }

  void bar(double from, double to, double y, double height, String style, String title) {
    if (to > from) {
      box(x(from), x(to), y, height, style, title);
    }
  }

  /** A rectangle between two places, in percent. */
  void box(double x1, double x2, double y, double height, String style, String title) {
    bars.add(
        new Drawing.Bar(
            round(x1), round(y), Math.max(round(x2 - x1), 0.15), round(height), style, title));
  }

  void line(double from, double y1, double to, double y2, String style) {
    stroke(x(from), y1, x(to), y2, style);
  }

  /** A line between two places, in percent. */
  void stroke(double x1, double y1, double x2, double y2, String style) {
    lines.add(new Drawing.Line(round(x1), round(y1), round(x2), round(y2), style));
  }

  void dot(double value, double y, double radius, String style, String title) {
    mark(x(value), y, radius, style, title);
  }

  /** A dot at a place, in percent. */
  void mark(double x, double y, double radius, String style, String title) {
    dots.add(new Drawing.Dot(round(x), round(y), radius, style, title));
  }

  void plane(Drawing.Plane plane) {
    planes.add(plane);
  }

  /** A tooltip over a part of the drawing, in percent. */
  void spot(double x1, double x2, double y, double height, String title) {
    spots.add(new Drawing.Bar(round(x1), y, round(x2 - x1), height, "spot", title));
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
        (int) Math.ceil(height),
        planes,
        lines,
        bars,
        dots,
        labels,
        spots);
  }

  static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
