package io.tierlens.cli.report;

import io.tierlens.cli.report.facts.StatementRow;
import java.util.ArrayList;
import java.util.List;

/** What the statements of {@link SampleRuns} took. */
final class SampleStatements {

  private static final String[] TEXTS = {
    "select * from products where sku = ?",
    "select sku, description, price from products where category = ? order by description limit ?",
    "select * from userdb where username = ?",
    "update access set accesses = accesses + ? where path = ?",
    "select sku from products where description like ? or comment like ?",
    "insert into transactions (code, order_date, total_cost, status) values (?+)"
  };

  /** Statements for each request. */
  private static final double[] OFTEN = {20, 11, 2, 1, 0.5, 0.05};

  /** Share of the time in the database. */
  private static final double[] SHARES = {0.34, 0.31, 0.1, 0.05, 0.19, 0.01};

  private SampleStatements() {}

  /**
   * The statements of a window.
   *
   * @param dbUs time of a request in the database
   * @param slowed by how much a search takes more of it
   * @param ordered whether somebody ordered, the last class
   */
  static List<StatementRow> of(
      String window, long requests, double dbUs, double slowed, boolean ordered) {
    List<StatementRow> rows = new ArrayList<>();
    for (int i = 0; i < (ordered ? TEXTS.length : TEXTS.length - 1); i++) {
      double share = i == 4 ? SHARES[i] + slowed : i == 0 ? SHARES[i] - slowed : SHARES[i];
      rows.add(
          new StatementRow(
              window,
              "%032x".formatted(0xA1B2C3L * (i + 1)),
              TEXTS[i],
              Math.max(1, Math.round(OFTEN[i] * requests)),
              Math.round(share * dbUs * requests)));
    }
    return rows;
  }
}
