package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The entries of a digest: those that began in [since, until), by the earliest time at which they
 * can have begun.
 *
 * @param since null for no bound
 * @param until null for no bound
 */
public record TimeRange(Instant since, Instant until) {

  /** All entries, also those without a time. */
  public static final TimeRange ALL = new TimeRange(null, null);

  /** Whether there is a bound, which leaves out the entries without a time. */
  public boolean bounded() {
    return since != null || until != null;
  }

  /** The rows that start in it. */
  public Dataset<Row> of(Dataset<Row> entries) {
    Dataset<Row> chosen = entries;
    if (since != null) {
      chosen = chosen.where(col("start_time").geq(lit(since)));
    }
    if (until != null) {
      chosen = chosen.where(col("start_time").lt(lit(until)));
    }
    return chosen;
  }
}
