package io.tierlens.cli.report.text;

import java.util.ArrayList;
import java.util.List;

/** A table of text columns as wide as their widest cell; an empty column is left out. */
public final class Grid {

  /** The side of a column that its cells are set to. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> aligns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of so many columns. */
  public Grid(Align... aligns) {
    this.aligns = List.of(aligns);
  }

  /** Adds a row with a cell for each column. */
  public Grid row(List<String> cells) {
    if (cells.size() != aligns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.size() + " cells for " + aligns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /**
   * The lines, without blanks at their ends. A last cell that does not fit the width goes to a line
   * of its own.
   */
  List<String> lines(int width) {
    int[] widths = new int[aligns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        if (i == widths.length - 1
            && i > 0
            && length(line.toString()) + 2 + length(row.get(i)) > width) {
          if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
          }
          line.setLength(0);
          line.append("   ");
        }
        if (widths[i] > 0) {
          line.append(i == 0 ? "" : "  ");
          String blanks = " ".repeat(widths[i] - length(row.get(i)));
          line.append(aligns.get(i) == Align.RIGHT ? blanks : "")
              .append(row.get(i))
              .append(aligns.get(i) == Align.LEFT ? blanks : "");
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
