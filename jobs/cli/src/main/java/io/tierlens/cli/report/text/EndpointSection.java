package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The endpoints that moved most. */
final class EndpointSection {

  private final Report report;
  private final Page page;
  private final Figures figures;

  EndpointSection(Report report, Page page) {
    this.report = report;
    this.page = page;
    this.figures = new Figures(report.unit());
  }

  void write() throws IOException {
    for (EndpointMoves moves : report.endpoints()) {
      page.heading("Endpoints that moved most, " + moves.candidate() + " in " + moves.scope());
      page.paragraph(
          "By what they add to the difference of the means. Single endpoints have too few requests"
              + " for an interval: take these as hints.");
      page.blank();
      for (EndpointMove move : moves.moves()) {
        move(move);
      }
      for (String remark : moves.remarks()) {
        page.bullet(remark);
      }
    }
  }

  private void move(EndpointMove move) throws IOException {
    page.grid(new Grid(Grid.Align.LEFT).row(List.of(page.cell(move.endpoint(), Page.WIDTH - 2))));
    String tiers =
        move.tiers().stream()
            .map(tier -> tier.tier().label() + " " + figures.signed(tier.deltaUs()))
            .collect(Collectors.joining(", "));
    page.indented(
        "  "
            + figures.duration(move.baselineMeanUs())
            + " -> "
            + figures.duration(move.candidateMeanUs())
            + " ("
            + Figures.relative(move.relative())
            + "), "
            + Figures.count(move.baselineRequests())
            + " and "
            + Figures.count(move.candidateRequests())
            + " requests"
            + (tiers.isEmpty() ? "" : "; " + tiers));
  }
}
