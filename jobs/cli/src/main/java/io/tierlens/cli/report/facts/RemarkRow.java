package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * One row of table {@code remark}.
 *
 * @param windowName null for the whole run
 * @param rule name of a {@link io.tierlens.attribution.table.Remark.Rule}
 * @param subject host, domain or log that it is about, nullable
 * @param value what was found; the rule says in which unit
 * @param limitValue what it is held against, nullable
 */
public record RemarkRow(
    String windowName, String rule, String subject, double value, Double limitValue) {

  /** Refuses nulls. */
  public RemarkRow {
    requireNonNull(rule, "rule");
  }
}
