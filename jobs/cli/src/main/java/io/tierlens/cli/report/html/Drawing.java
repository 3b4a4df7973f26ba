package io.tierlens.cli.report.html;

import java.util.List;

/**
 * A drawing as its shapes, in units of its own box.
 *
 * @param id unique on the page
 * @param title what is drawn
 * @param description the same figures in words, for those who can't see it
 * @param width of the box
 * @param height of the box
 * @param bars rectangles
 * @param lines straight lines
 * @param dots marks of quantiles
 * @param labels texts
 */
public record Drawing(
    String id,
    String title,
    String description,
    int width,
    int height,
    List<Bar> bars,
    List<Line> lines,
    List<Dot> dots,
    List<Label> labels) {

  /** A rectangle; the title is its tooltip. */
  public record Bar(double x, double y, double width, double height, String style, String title) {}

  /** A straight line. */
  public record Line(double x1, double y1, double x2, double y2, String style) {}

  /** A round mark. */
  public record Dot(double x, double y, double radius, String style, String title) {}

  /** A text; anchor is start, middle or end. */
  public record Label(double x, double y, String anchor, String style, String text) {}

  /** Copies the lists. */
  public Drawing {
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
    dots = List.copyOf(dots);
    labels = List.copyOf(labels);
  }
}
