package io.tierlens.pipeline.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.StoredRun;
import io.tierlens.pipeline.schema.Instants;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the derived tables of one run. */
final class RunTablesReader {
  private final SparkSession spark;
  private final Lake lake;
  private final String run;

  RunTablesReader(SparkSession spark, Lake lake, String run) {
    this.spark = spark;
    this.lake = lake;
    this.run = run;
  }

  RunTables read() {
    List<Window> windows = StoredRun.of(spark, lake, run).windows();
    List<Remark> remarks =
        RowRecords.records(table("remark"), RemarkRow.class).stream()
            .map(RemarkRow::remark)
            .toList();
    return new RunTables(
        run,
        thresholdUs(remarks),
        windows,
        RowRecords.records(table("request").orderBy("start_time", "request_key"), Request.class),
        RowRecords.records(table("run_tier"), RunTier.class),
        RowRecords.records(table("endpoint_tier"), EndpointTier.class),
        RowRecords.records(table("cpu_demand"), CpuDemand.class),
        RowRecords.records(table("domain_demand"), DomainDemand.class),
        remarks,
        statements(windows));
  }

  private Dataset<Row> table(String name) {
    return lake.table(spark, name, run);
  }

  /** Null without a slow log. */
  private Long thresholdUs(List<Remark> remarks) {
    if (table("query").isEmpty()) {
      return null;
    }
    return remarks.stream()
        .filter(remark -> remark.rule() == Remark.Rule.QUERIES_BELOW_THRESHOLD)
        .map(remark -> Math.round(remark.value()))
        .findFirst()
        .orElse(0L);
  }

  /** Statements that are of some request, by window and class. */
  private List<StatementTotal> statements(List<Window> windows) {
    Dataset<Row> ofRequests =
        table("query_assignment")
            .where(col("request_key").isNotNull())
            .select("query_key")
            .distinct();
    Dataset<Row> queries =
        table("query")
            .join(ofRequests, "query_key")
            .where(col("fingerprint_id").isNotNull())
            .select("start_time", "query_time_us", "fingerprint_id")
            .cache();
    try {
      List<StatementTotal> totals = new ArrayList<>(totals(null, queries));
      for (Window window : windows) {
        totals.addAll(
            totals(
                window.name(),
                queries.where(
                    col("start_time")
                        .geq(lit(Instants.ofMicros(window.startUs())))
                        .and(col("start_time").lt(lit(Instants.ofMicros(window.endUs())))))));
      }
      return totals;
    } finally {
      queries.unpersist();
    }
  }

  private static List<StatementTotal> totals(String window, Dataset<Row> queries) {
    return RowRecords.records(
        queries
            .groupBy("fingerprint_id")
            .agg(count(lit(1)).as("queries"), sum("query_time_us").as("total_us"))
            .withColumn("window_name", lit(window).cast("string"))
            .orderBy("fingerprint_id"),
        StatementTotal.class);
  }

  /** A remark as its table has it. */
  private record RemarkRow(
      String windowName, String rule, String subject, double value, Double limitValue) {
    Remark remark() {
      return new Remark(Remark.Rule.valueOf(rule), windowName, subject, value, limitValue);
    }
  }
}
