package io.tierlens.pipeline.queries;

import io.tierlens.pipeline.schema.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Tables of a lake as tests need them: what is not given is null. */
final class QueryTable {

  private QueryTable() {}

  /** Writes one table of run r. */
  static void write(SparkSession spark, Path lake, String table, List<Map<String, Object>> rows) {
    frame(spark, table, rows)
        .write()
        .mode("overwrite")
        .parquet(lake.resolve(table).resolve("run=r").toString());
  }

  /** Rows of one table in some parts. */
  static Dataset<Row> frame(SparkSession spark, String table, List<Map<String, Object>> rows) {
    StructType schema = TableSchema.of(table);
    List<Row> made = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      made.add(RowFactory.create(Arrays.stream(schema.fieldNames()).map(row::get).toArray()));
    }
    return spark.createDataFrame(made, schema).repartition(3);
  }

  static List<Map<String, Object>> rows(List<LoggedEntry> entries) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LoggedEntry entry : entries) {
      Map<String, Object> row = new HashMap<>();
      row.put("query_key", entry.key());
      row.put("start_time", entry.start());
      row.put("start_slack_us", entry.slackUs());
      row.put("query_time_us", entry.timeUs());
      row.put("lock_time_us", entry.lockUs());
      row.put("rows_sent", entry.sent());
      row.put("rows_examined", entry.examined());
      row.put("bytes_sent", entry.bytes());
      row.put("user", entry.user());
      row.put("database", entry.database());
      row.put("command", entry.command());
      row.put("fingerprint", entry.fingerprint());
      row.put("fingerprint_id", entry.id());
      row.put("statement", entry.fingerprint() == null ? null : "text of " + entry.key());
      row.put("query_time_error_us", 0L);
      row.put("rate_limit", entry.rateLimit());
      row.put("host", "www1");
      row.put("file", "slow.log");
      row.put("line", (long) rows.size() + 1);
      rows.add(row);
    }
    return rows;
  }
}
