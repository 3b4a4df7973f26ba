package io.tierlens.cli.queries;

import io.tierlens.cli.report.text.Grid;
import io.tierlens.cli.report.text.Grid.Align;
import io.tierlens.cli.report.words.Figures;
import java.util.List;

/**
 * Statements by the decade of their time, as bars; decades before the first and last are not shown.
 */
final class Histogram {

  private static final List<String> NAMES =
      List.of("below 10 us", "10 us", "100 us", "1 ms", "10 ms", "100 ms", "1 s", "10 s and more");

  /** Length of the longest bar. */
  private static final int LENGTH = 48;

  private Histogram() {}

  static Grid of(List<Long> decades, boolean unicode) {
    Grid grid = new Grid(Align.RIGHT, Align.RIGHT, Align.LEFT);
    long most = decades.stream().mapToLong(count -> count).max().orElse(0);
    int first = 0;
    int last = decades.size() - 1;
    while (first < last && decades.get(first) == 0) {
      first++;
    }
    while (last > first && decades.get(last) == 0) {
      last--;
    }
    for (int i = first; i <= last; i++) {
      long count = decades.get(i);
      // One of a million still shows.
      int length = count == 0 ? 0 : Math.max(1, Math.round((float) LENGTH * count / most));
      grid.row(
          List.of(NAMES.get(i), Figures.count(count), (unicode ? "\u2588" : "#").repeat(length)));
    }
    return grid;
  }
}
