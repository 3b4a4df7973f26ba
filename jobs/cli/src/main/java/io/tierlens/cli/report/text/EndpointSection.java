package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The endpoints that moved most. */
final class EndpointSection {

  private final Sheet sheet;
  private final Page page;
  private final Figures figures;

  EndpointSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
    this.figures = sheet.figures;
  }

  void write() throws IOException {
    Set<String> said = new HashSet<>();
    for (EndpointMoves moves : sheet.report.endpoints()) {
      page.section("Endpoints that moved most, " + moves.candidate() + Sheet.in(moves.window()));
      if (!moves.moves().isEmpty()) {
        page.grid(grid(moves));
        if (said.add("")) {
          page.indented(
              "adds: to the mean of all requests. Hints: single endpoints have no interval.");
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
    for (EndpointMove move : sheet.first(sheet.most(), moves.moves(), "endpoints")) {
      grid.row(
          List.of(
              page.shown(move.endpoint()),
              Figures.count(move.baselineRequests())
                  + ", "
                  + Figures.count(move.candidateRequests()),
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
