package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The endpoints that moved most. */
final class EndpointSection {

  private static final int MOST = 5;

  private final Sheet sheet;
  private final Page page;
  private final Figures figures;

  EndpointSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
    this.figures = sheet.figures;
  }

  void write() throws IOException {
    for (EndpointMoves moves : sheet.report.endpoints()) {
      page.section("Endpoints that moved most, " + moves.candidate() + Sheet.in(moves.window()));
      if (!moves.moves().isEmpty()) {
        page.grid(grid(moves));
        page.indented(
            "adds: to the mean of all requests. Single endpoints have too few requests for an"
                + " interval: take these as hints.");
      }
      for (String remark : moves.remarks()) {
        page.bullet(sheet.details ? remark : Notes.firstSentence(remark));
      }
    }
  }

  private Grid grid(EndpointMoves moves) {
    Grid grid =
        new Grid(
            Grid.Align.NAME,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT);
    grid.row(
        List.of(
            "",
            "requests",
            sheet.names.of(sheet.report.baseline()),
            sheet.names.of(moves.candidate()),
            "change",
            "adds"));
    for (EndpointMove move : sheet.first(MOST, moves.moves(), "endpoints")) {
      grid.row(
          List.of(
              page.shown(move.endpoint()),
              Figures.count(move.baselineRequests()) + ", " + Figures.count(move.candidateRequests()),
              figures.duration(move.baselineMeanUs()),
              figures.duration(move.candidateMeanUs()),
              Figures.relative(move.relative()),
              figures.signed(move.contributionUs())));
      if (sheet.details && !move.tiers().isEmpty()) {
        grid.spanning(List.of("  " + tiers(move)));
      }
    }
    return grid;
  }

  private String tiers(EndpointMove move) {
    return move.tiers().stream()
        .map(tier -> tier.tier().label() + " " + figures.signed(tier.deltaUs()))
        .collect(Collectors.joining(", "));
  }
}
