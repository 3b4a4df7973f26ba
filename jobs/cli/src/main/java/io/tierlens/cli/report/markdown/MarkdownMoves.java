package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.QueryMoves;
import io.tierlens.cli.report.model.QueryMoves.QueryMove;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The endpoints and the statements that moved most, as Markdown. */
final class MarkdownMoves {

  /** A longer statement makes a table that no ticket shows well. */
  private static final int LONGEST = 120;

  private MarkdownMoves() {}

  static void write(Report report, Figures figures, MarkdownPage page) throws IOException {
    for (EndpointMoves moves : report.endpoints()) {
      page.heading(2, "Endpoints that moved most, " + moves.candidate() + " in " + moves.scope());
      if (!moves.moves().isEmpty()) {
        page.table(
            List.of("endpoint", "requests", "baseline", "candidate", "difference"),
            moves.moves().stream().map(move -> row(move, figures)).toList());
      }
      page.bullets(moves.remarks());
    }
    for (QueryMoves moves : report.queries()) {
      page.heading(
          2,
          "Statements that moved most, "
              + moves.candidate()
              + " in "
              + (moves.window() == null ? "the whole run" : moves.window()));
      if (!moves.moves().isEmpty()) {
        Figures fitting = figures(moves.moves());
        page.table(
            List.of("statement", "per request", "baseline", "candidate", "difference"),
            moves.moves().stream().map(move -> row(move, fitting)).toList());
      }
      page.bullets(moves.remarks());
    }
  }

  private static List<String> row(EndpointMove move, Figures figures) {
    return List.of(
        move.endpoint(),
        Figures.count(move.baselineRequests()) + ", " + Figures.count(move.candidateRequests()),
        figures.duration(move.baselineMeanUs()),
        figures.duration(move.candidateMeanUs()),
        figures.signed(move.deltaUs()) + " (" + Figures.relative(move.relative()) + ")");
  }

  private static List<String> row(QueryMove move, Figures figures) {
    String text = move.fingerprint();
    return List.of(
        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...",
        often(move.baselinePerRequest()) + ", " + often(move.candidatePerRequest()),
        move.baselineUs() == null ? "none" : figures.duration(move.baselineUs()),
        move.candidateUs() == null ? "none" : figures.duration(move.candidateUs()),
        figures.signed(move.deltaUs()));
  }

  private static String often(Double perRequest) {
    return perRequest == null ? "none" : Figures.ratio(perRequest);
  }

  /** Statements are far shorter than requests. */
  private static Figures figures(List<QueryMove> moves) {
    return new Figures(
        DurationUnit.fitting(
            moves.stream()
                .flatMap(move -> Stream.of(move.baselineUs(), move.candidateUs()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0)));
  }
}
