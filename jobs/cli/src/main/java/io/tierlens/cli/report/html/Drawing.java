package io.tierlens.cli.report.html;

import java.util.List;

/**
 * A drawing as its shapes. What lies across is in percent of the drawing's width, what lies down in
 * pixels: so a drawing is as wide as the page lets it be, and its letters keep their size.
 *
 * @param id unique on the page
 * @param title what is drawn
 * @param description the same figures in words, for those who can't see it
 * @param height in pixels
 * @param planes pictures of many cells, below all else
 * @param lines straight lines
 * @param bars rectangles
 * @param dots round marks
 * @param labels texts
 * @param spots rectangles that are not seen and only carry a tooltip, above all else
 */
public record Drawing(
    String id,
    String title,
    String description,
    int height,
    List<Plane> planes,
    List<Line> lines,
    List<Bar> bars,
    List<Dot> dots,
    List<Label> labels,
    List<Bar> spots) {

  /** A rectangle; the title is its tooltip. */
  public record Bar(double x, double y, double width, double height, String style, String title) {}

  /** A straight line. */
  public record Line(double x1, double y1, double x2, double y2, String style) {}

  /** A round mark. */
  public record Dot(double x, double y, double radius, String style, String title) {}

  /** A text, moved by so many pixels; anchor is start, middle or end. */
  public record Label(double x, int dx, double y, String anchor, String style, String text) {}

  /**
   * A picture in units of its own, stretched over a part of the drawing.
   *
   * @param x left edge in percent
   * @param y upper edge in pixels
   * @param width in percent
   * @param height in pixels
   * @param columns its own width
   * @param rows its own height
   * @param areas what is in it
   */
  public record Plane(
      double x, double y, double width, double height, int columns, int rows, List<Area> areas) {

    /** Copies the list. */
    public Plane {
      areas = List.copyOf(areas);
    }
  }

  /** What is filled alike; the path is in the units of the plane. */
  public record Area(String path, String style) {}

  /** Copies the lists. */
  public Drawing {
    planes = List.copyOf(planes);
    lines = List.copyOf(lines);
    bars = List.copyOf(bars);
    dots = List.copyOf(dots);
    labels = List.copyOf(labels);
    spots = List.copyOf(spots);
  }
}
