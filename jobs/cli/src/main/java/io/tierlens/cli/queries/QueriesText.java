package io.tierlens.cli.queries;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.text.Page;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.pipeline.queries.QueryClass;
import io.tierlens.pipeline.queries.QueryDigest;
import java.io.IOException;
import java.util.List;

/** Digests as text of 100 columns: a summary, the ranked classes, then each class by itself. */
final class QueriesText implements QueriesRenderer {

  /** Too narrow: nothing is left for the statement. Too wide: lines break on usual terminals. */
  static final int WIDTH = 100;

  private static final String LEGEND =
      "V/M: variance of the time over its mean, high where it is uneven; ex/sent: rows examined for"
          + " each row sent; -: not in the log.";

  private final TextOptions options;

  QueriesText(TextOptions options) {
    this.options = requireNonNull(options, "options");
  }

  @Override
  public void render(List<ZonedDigest> digests, Appendable out) throws IOException {
    Page page = new Page(out, options, WIDTH);
    for (int i = 0; i < digests.size(); i++) {
      if (i > 0) {
        page.blank();
        page.blank();
      }
      render(digests.get(i), page);
    }
  }

  private static void render(ZonedDigest zoned, Page page) throws IOException {
    QueryDigest digest = zoned.digest();
    page.title(
        "tierlens queries: "
            + (digest.run() == null ? String.join(", ", digest.files()) : "run " + digest.run()));
    for (String sentence : new Summary(zoned).sentences()) {
      page.bullet(sentence);
    }
    if (digest.all() == null) {
      return;
    }
    page.heading("By " + Summary.orderWords(digest.order()));
    page.grid(new RankTable(digest, page).grid());
    page.indented(LEGEND);
    ClassBlock block = new ClassBlock(page, new Moments(zoned.timeZone()));
    for (QueryClass row : digest.classes()) {
      block.write(row);
    }
  }
}
