package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tierlens.pipeline.schema.RowRecords;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What there is in a slow log before a range of time is chosen.
 *
 * @param entries of the log
 * @param untimed entries for which the log tells no time
 * @param unreadable pieces of the files that were no entries and could not be read
 * @param oldest earliest start; null without times
 * @param newest latest of the earliest starts; null without times
 * @param shortestUs smallest time of an entry: the server's threshold is not above it; null without
 *     entries
 * @param timeErrorUs by how much the time of an entry may be off, at most; null without entries
 */
public record LogExtent(
    long entries,
    long untimed,
    long unreadable,
    Instant oldest,
    Instant newest,
    Long shortestUs,
    Long timeErrorUs) {

  /** Reads the extent of entries and of the rows of unreadable lines between them. */
  static LogExtent of(Dataset<Row> rows, long unreadableElsewhere) {
    Read read =
        RowRecords.records(
                rows.agg(
                    count("*").as("rows"),
                    count("query_time_us").as("entries"),
                    count("start_time").as("timed"),
                    min("start_time").as("oldest"),
                    max("start_time").as("newest"),
                    min(col("query_time_us")).as("shortest_us"),
                    max("query_time_error_us").as("time_error_us")),
                Read.class)
            .get(0);
    return new LogExtent(
        read.entries,
        read.entries - read.timed,
        read.rows - read.entries + unreadableElsewhere,
        read.oldest,
        read.newest,
        read.shortestUs,
        read.timeErrorUs);
  }

  private record Read(
      long rows,
      long entries,
      long timed,
      Instant oldest,
      Instant newest,
      Long shortestUs,
      Long timeErrorUs) {}
}
