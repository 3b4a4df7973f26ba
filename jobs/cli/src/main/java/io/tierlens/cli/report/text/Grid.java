package io.tierlens.cli.report.text;

import io.tierlens.cli.report.words.Columns;
import io.tierlens.cli.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text columns as wide as their widest cell; an empty column is left out. No line is
 * wider than the page: names are cut, words are wrapped.
 */
public final class Grid {

  /** How the cells of a column are set. */
  public enum Align {
    LEFT,
    RIGHT,
    /** To the left, and cut in the middle where the table is too wide. */
    NAME,
    /** To the left, and wrapped where the table is too wide; for the last column. */
    WORDS
  }

  /** A name cut shorter than this tells nothing any more. */
  private static final int LEAST_NAME = 8;

  /** Words in a narrower column are harder to read than on a line of their own. */
  private static final int LEAST_WORDS = 18;

  private static final String GAP = "  ";

  private final List<Align> aligns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of so many columns. */
  public Grid(Align... aligns) {
    this.aligns = List.of(aligns);
  }

  /** A table of so many columns. */
  Grid(List<Align> aligns) {
    this.aligns = List.copyOf(aligns);
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

  /** Adds a row whose last cell has all columns that are left. */
  Grid spanning(List<String> cells) {
    if (cells.isEmpty() || cells.size() >= aligns.size()) {
      throw new IllegalArgumentException(cells.size() + " of " + aligns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /**
   * The lines, without blanks at their ends. A last cell that does not fit the width goes to lines
   * of its own.
   */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      int last = row.size() - 1;
      for (int i = 0; i < last; i++) {
        append(line, i, row.get(i), widths[i]);
      }
      int at = Columns.of(line) + (line.isEmpty() ? 0 : GAP.length());
      String cell = row.get(last);
      boolean spans = row.size() < aligns.size();
      if (at + Math.max(Columns.of(cell), spans ? 0 : widths[last]) <= width) {
        append(line, spans ? aligns.size() : last, cell, spans ? 0 : widths[last]);
        lines.add(line.toString().stripTrailing());
      } else if (width - at >= LEAST_WORDS && (spans || aligns.get(last) == Align.WORDS)) {
        below(lines, line.append(line.isEmpty() ? "" : GAP).toString(), cell, width, at);
      } else if (at + Columns.of(cell) <= width) {
        append(line, aligns.size(), cell, 0);
        lines.add(line.toString().stripTrailing());
      } else {
        if (!line.toString().isBlank()) {
          lines.add(line.toString().stripTrailing());
        }
        below(lines, "     ", cell, width, 5);
      }
    }
    return lines.stream().map(line -> Printable.head(line, width)).toList();
  }

  private void append(StringBuilder line, int column, String cell, int width) {
    if (column < aligns.size() && width == 0) {
      return;
    }
    line.append(line.isEmpty() ? "" : GAP);
    String fit = width == 0 ? cell : Printable.fit(cell, width);
    String blanks = " ".repeat(Math.max(0, width - Columns.of(fit)));
    boolean right = column < aligns.size() && aligns.get(column) == Align.RIGHT;
    line.append(right ? blanks : "").append(fit).append(right ? "" : blanks);
  }

  private static void below(List<String> lines, String first, String cell, int width, int at) {
    String start = first;
    for (String words : Page.wrapped(cell, width - at)) {
      lines.add((start + words).stripTrailing());
      start = " ".repeat(at);
    }
  }

  private int[] widths(int width) {
    int[] widths = new int[aligns.size()];
    for (List<String> row : rows) {
      boolean spans = row.size() < aligns.size();
      for (int i = 0; i < row.size() - (spans ? 1 : 0); i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    int last = widths.length - 1;
    int words =
        aligns.get(last) == Align.WORDS ? Math.min(widths[last], LEAST_WORDS) : widths[last];
    while (total(widths) - widths[last] + words > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (aligns.get(i) == Align.NAME
            && widths[i] > LEAST_NAME
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += width == 0 ? 0 : width + GAP.length();
    }
    return total - GAP.length();
  }
}
