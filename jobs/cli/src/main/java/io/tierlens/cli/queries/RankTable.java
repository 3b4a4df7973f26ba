package io.tierlens.cli.queries;

import io.tierlens.cli.report.text.Grid;
import io.tierlens.cli.report.text.Grid.Align;
import io.tierlens.cli.report.text.Page;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.pipeline.queries.Measures;
import io.tierlens.pipeline.queries.QueryClass;
import io.tierlens.pipeline.queries.QueryDigest;
import java.util.ArrayList;
import java.util.List;

/** The classes by rank, the others, and the whole. */
final class RankTable {

  /** Digits of the id that tell the classes of one log apart. */
  private static final int ID_DIGITS = 6;

  /** Too few: no statement can be told from another. */
  private static final int LEAST_TITLE = 16;

  /** The page's own indent. */
  private static final int INDENT = 2;

  private final QueryDigest digest;
  private final Page page;

  RankTable(QueryDigest digest, Page page) {
    this.digest = digest;
    this.page = page;
  }

  Grid grid() {
    List<List<String>> rows = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    rows.add(
        List.of("#", "id", "count", "total", "share", "mean", "p95", "longest", "V/M", "ex/sent"));
    titles.add("statement");
    for (QueryClass row : digest.classes()) {
      rows.add(cells(Integer.toString(row.rank()), id(row), row.measures()));
      titles.add(Statements.bare(title(row)));
    }
    if (digest.others() != null) {
      rows.add(cells("", "", digest.others()));
      titles.add("(" + Figures.count(digest.otherClasses()) + " others)");
    }
    rows.add(cells("", "", digest.all()));
    titles.add("(all)");
    int room = Math.max(LEAST_TITLE, QueriesText.WIDTH - INDENT - width(rows));
    Grid grid =
        new Grid(
            Align.RIGHT,
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.LEFT);
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      cells.add(Statements.head(page.shown(titles.get(i)), room));
      grid.row(cells);
    }
    return grid;
  }

  private static String title(QueryClass row) {
    return row.fingerprint() == null ? "command " + row.command() : row.fingerprint();
  }

  private static String id(QueryClass row) {
    String id = row.fingerprintId();
    return id == null ? Amounts.NONE : id.substring(0, Math.min(ID_DIGITS, id.length()));
  }

  private static List<String> cells(String rank, String id, Measures of) {
    return List.of(
        rank,
        id,
        Figures.count(of.statements()),
        Amounts.duration(of.totalUs()),
        Amounts.shareOrNone(of.share()),
        Amounts.durationOrNone(of.meanUs()),
        Amounts.durationOrNone(of.p95Us()),
        Amounts.durationOrNone(of.maxUs()),
        Amounts.durationOrNone(secondsToUs(of.varianceToMeanS())),
        Amounts.ratioOrNone(of.examinedPerSent()));
  }

  private static Double secondsToUs(Double seconds) {
    return seconds == null ? null : seconds * 1e6;
  }

  /** Columns that the figures take, with the gaps behind them. */
  private static int width(List<List<String>> rows) {
    int width = 0;
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      width += 2 + rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
    return width;
  }
}
