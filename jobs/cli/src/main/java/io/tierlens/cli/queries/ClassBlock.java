package io.tierlens.cli.queries;

import io.tierlens.cli.report.text.Page;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.pipeline.queries.Example;
import io.tierlens.pipeline.queries.Measures;
import io.tierlens.pipeline.queries.Part;
import io.tierlens.pipeline.queries.QueryClass;
import io.tierlens.pipeline.queries.Tied;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that is told of one class. */
final class ClassBlock {

  /** Too short: the WHERE of a long SELECT is cut. Too long: one statement fills the screen. */
  private static final int MOST_CHARACTERS = 700;

  private final Page page;
  private final Moments moments;

  ClassBlock(Page page, Moments moments) {
    this.page = page;
    this.moments = moments;
  }

  void write(QueryClass row) throws IOException {
    page.heading(
        row.rank() + ". " + (row.fingerprintId() == null ? "command" : row.fingerprintId()));
    page.paragraph(Statements.beginning(row.title(), MOST_CHARACTERS));
    times(row.measures());
    work(row.measures());
    if (row.measures().firstTime() != null && row.measures().lastTime() != null) {
      page.indented(
          "from "
              + moments.text(row.measures().firstTime())
              + " to "
              + moments.text(row.measures().lastTime()));
    }
    page.indented("databases: " + parts(row.databases()) + "; users: " + parts(row.users()));
    if (row.tied() != null) {
      page.indented("endpoints: " + endpoints(row.tied()));
    }
    page.grid(Histogram.of(row.measures().decades(), page.unicode()));
    example(row.example());
  }

  private void times(Measures of) throws IOException {
    page.indented(
        Figures.count(of.statements())
            + (of.statements() == 1 ? " statement" : " statements")
            + (of.entries() == of.statements()
                ? ""
                : " (" + Figures.count(of.entries()) + " logged)")
            + ", "
            + Amounts.duration(of.totalUs())
            + (of.share() == null ? "" : ", " + Figures.share(of.share()) + " of all")
            + "; mean "
            + Amounts.duration(of.meanUs())
            + ", shortest "
            + Amounts.duration(of.minUs())
            + ", p50 "
            + Amounts.duration(of.p50Us())
            + ", p95 "
            + Amounts.duration(of.p95Us())
            + ", p99 "
            + Amounts.duration(of.p99Us())
            + ", longest "
            + Amounts.duration(of.maxUs()));
  }

  /** What the log tells of locks, rows and bytes; what it does not tell is left out. */
  private void work(Measures of) throws IOException {
    List<String> words = new ArrayList<>();
    if (of.lockUs() != null) {
      words.add(
          "locks "
              + Amounts.duration(of.lockUs())
              + (of.lockShare() == null ? "" : " (" + Figures.share(of.lockShare()) + ")"));
    }
    if (of.rowsExamined() != null) {
      words.add(amount("rows examined ", of.rowsExamined(), of.rowsExaminedMean()));
    }
    if (of.rowsSent() != null) {
      words.add(amount("rows sent ", of.rowsSent(), of.rowsSentMean()));
    }
    if (of.rowsAffected() != null && of.rowsAffected() > 0) {
      words.add(amount("rows changed ", of.rowsAffected(), of.rowsAffectedMean()));
    }
    if (of.bytesSent() != null) {
      words.add("sent " + Amounts.bytes(of.bytesSent()));
    }
    if (!words.isEmpty()) {
      page.indented(String.join("; ", words));
    }
  }

  private static String amount(String what, long sum, Double mean) {
    return what + Figures.count(sum) + (mean == null ? "" : " (" + Amounts.ratio(mean) + " each)");
  }

  private static String parts(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                (part.name() == null ? "unknown" : part.name())
                    + " "
                    + Figures.count(Math.round(part.statements()))
                    + (part.share() == null ? "" : " (" + Figures.share(part.share()) + ")"))
        .collect(Collectors.joining(", "));
  }

  private static String endpoints(Tied tied) {
    List<String> words = new ArrayList<>();
    for (Part part : tied.endpoints()) {
      words.add(
          (part.name() == null ? "requests of no endpoint" : part.name())
              + " "
              + Amounts.shareOrNone(part.share()));
    }
    if (tied.otherEndpointsShare() != null && tied.otherEndpointsShare() > 0) {
      words.add("others " + Figures.share(tied.otherEndpointsShare()));
    }
    if (tied.noRequestShare() != null && (tied.noRequestShare() > 0 || words.isEmpty())) {
      words.add("no request " + Figures.share(tied.noRequestShare()));
    }
    return String.join(", ", words);
  }

  private void example(Example example) throws IOException {
    page.indented(
        "longest: "
            + Amounts.duration(example.queryTimeUs())
            + ", "
            + example.file()
            + " line "
            + example.line()
            + (example.host() == null ? "" : " of " + example.host()));
    if (example.ptQueryId() != null) {
      page.indented("pt-query-digest knows it as 0x" + example.ptQueryId());
    }
    if (example.statement() != null) {
      page.indented(Statements.beginning(example.statement(), MOST_CHARACTERS));
    }
  }
}
