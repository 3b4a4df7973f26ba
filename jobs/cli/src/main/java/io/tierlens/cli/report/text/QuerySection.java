package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.QueryMoves;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The classes of statements that moved most. */
final class QuerySection {

  private static final String NONE = "-";

  private final Sheet sheet;
  private final Page page;
  private final Figures figures;

  QuerySection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
    this.figures = sheet.figures;
  }

  void write() throws IOException {
    Set<String> said = new HashSet<>();
    for (QueryMoves moves : sheet.report.queries()) {
      if (moves.moves().isEmpty() && moves.remarks().isEmpty()) {
        continue;
      }
      page.section("Statements that moved most, " + moves.candidate() + Sheet.in(moves.window()));
      if (!moves.moves().isEmpty()) {
        page.grid(grid(moves));
        if (said.add("")) {
          page.indented(
              "each: how many a request, before and after; mean: time of one; adds: to a request.");
        }
      }
      for (String remark : moves.remarks()) {
        String shown = sheet.details ? remark : Notes.firstSentence(remark);
        if ((sheet.details || !Notes.isCount(remark)) && said.add(shown)) {
          page.bullet(shown);
        }
      }
    }
  }

  private Grid grid(QueryMoves moves) {
    Grid grid =
        new Grid(
            Grid.Align.NAME,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT);
    grid.row(List.of("", "each", "", "mean", "", "adds"));
    for (QueryMoves.QueryMove move :
        sheet.first(sheet.most(), moves.moves(), "classes of statements")) {
      grid.row(
          List.of(
              page.shown(move.fingerprint()),
              count(move.baselinePerRequest()),
              count(move.candidatePerRequest()),
              time(move.baselineMeanUs()),
              time(move.candidateMeanUs()),
              figures.signed(move.deltaUs())));
    }
    return grid;
  }

  private static String count(Double perRequest) {
    return perRequest == null ? NONE : Figures.ratio(perRequest);
  }

  private String time(Double us) {
    return us == null ? NONE : figures.duration(us);
  }
}
