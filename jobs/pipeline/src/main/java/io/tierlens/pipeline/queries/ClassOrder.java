package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;

import java.util.Locale;
import org.apache.spark.sql.Column;

/** What the classes of a digest are ranked by, the largest first. */
public enum ClassOrder {
  /** Time in the database server. */
  TOTAL("time"),
  /** Statements. */
  COUNT("weight"),
  /** Mean time. */
  MEAN(null),
  /** The longest statement. */
  MAX("longest"),
  /** The 95 percent quantile of the time. */
  P95(null),
  /** Time spent waiting for locks. */
  LOCK("lock"),
  /** Rows that the server read. */
  ROWS_EXAMINED("examined");

  private final String column;

  ClassOrder(String column) {
    this.column = column;
  }

  /** The figure of a class, as a column beside those of {@link ClassColumns}. */
  Column figure() {
    return switch (this) {
      case MEAN -> col("time").divide(col("weight"));
      case P95 -> col(ClassColumns.QUANTILES).getItem(1);
      default -> col(column);
    };
  }

  /** As users write it: {@code rows-examined}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
