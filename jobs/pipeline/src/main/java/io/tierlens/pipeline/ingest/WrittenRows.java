package io.tierlens.pipeline.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tierlens.pipeline.UserError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Holds what was written against the ledger: the two passes over the files must agree. */
final class WrittenRows {

  private WrittenRows() {}

  /**
   * Reads the written tables back and counts.
   *
   * @param paths of the written tables, by table
   * @throws UserError if a file gave other rows than the first pass counted
   */
  static void require(SparkSession spark, Map<String, String> paths, List<SurveyedFile> files) {
    Map<String, Long> written = written(spark, paths);
    Map<String, Long> counted = counted(paths, files);
    if (!written.equals(counted)) {
      throw new UserError(
          "the second pass read other rows than the first (first "
              + counted
              + ", second "
              + written
              + "), so a file changed while it was read; ingest a copy of it."
              + " Nothing was replaced.");
    }
  }

  /** Rows by table and file; of rejects the lines. */
  private static Map<String, Long> written(SparkSession spark, Map<String, String> paths) {
    Dataset<Row> all = null;
    for (Map.Entry<String, String> table : paths.entrySet()) {
      if (table.getKey().equals("run")) {
        continue;
      }
      Dataset<Row> rows =
          spark
              .read()
              .parquet(table.getValue())
              .select(
                  lit(table.getKey()).as("table"),
                  col("file"),
                  (table.getKey().equals("reject") ? col("lines") : lit(1L)).as("count"));
      all = all == null ? rows : all.union(rows);
    }
    Map<String, Long> written = new TreeMap<>();
    if (all != null) {
      for (Row row : all.groupBy("table", "file").agg(sum("count")).collectAsList()) {
        // A reject may cover no line: it can say that a line is missing.
        if (row.getLong(2) > 0) {
          written.put(place(row.getString(0), row.getString(1)), row.getLong(2));
        }
      }
    }
    return written;
  }

  private static Map<String, Long> counted(Map<String, String> paths, List<SurveyedFile> files) {
    Map<String, Long> counted = new TreeMap<>();
    for (String table : paths.keySet()) {
      for (SurveyedFile surveyed : files) {
        long count =
            switch (table) {
              case "run" -> 0;
              case "ledger" -> 1;
              case "reject" -> surveyed.survey().rejectedLines();
              default -> surveyed.survey().rows().getOrDefault(table, 0L);
            };
        if (count > 0) {
          counted.put(place(table, surveyed.file().name()), count);
        }
      }
    }
    return counted;
  }

  private static String place(String table, String file) {
    return table + " of " + file;
  }
}
