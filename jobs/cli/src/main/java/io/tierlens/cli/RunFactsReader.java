package io.tierlens.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.facts.StampSlack;
import io.tierlens.cli.report.facts.StatementRow;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads from the lake what a report needs of one run. */
final class RunFactsReader {
  private static final String SLOW_LOG = "mysql-slow-log";

  /** An INSERT of a thousand rows tells nobody more than its head does. */
  private static final int LONGEST_FINGERPRINT = 4000;

  private final SparkSession spark;
  private final Lake lake;

  RunFactsReader(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Reads one run.
   *
   * @param statements what its classes of statements took, whose texts are looked up
   */
  RunFacts read(String run, List<StatementTotal> statements) {
    return new RunFacts(
        RowRecords.records(table("run", run), RunRow.class, Map.of("run", run)).get(0),
        RowRecords.records(table("ledger", run).orderBy("file"), LedgerRow.class),
        rejects(run),
        RowRecords.records(table("run_tier", run), RunTier.class),
        RowRecords.records(table("endpoint_tier", run), EndpointTier.class),
        RowRecords.records(table("cpu_demand", run), CpuDemand.class),
        RowRecords.records(table("domain_demand", run), DomainDemand.class),
        queries(run),
        slacks(run),
        RowRecords.records(table("remark", run), RemarkRow.class),
        statements(run, statements));
  }

  private List<StatementRow> statements(String run, List<StatementTotal> totals) {
    if (totals.isEmpty()) {
      return List.of();
    }
    Map<String, String> texts = new HashMap<>();
    table("query", run)
        .where(col("fingerprint_id").isNotNull().and(col("fingerprint").isNotNull()))
        .groupBy("fingerprint_id")
        .agg(min(substring(col("fingerprint"), 1, LONGEST_FINGERPRINT)))
        .collectAsList()
        .forEach(row -> texts.put(row.getString(0), row.getString(1)));
    return totals.stream()
        .map(
            total ->
                new StatementRow(
                    total.windowName(),
                    total.fingerprintId(),
                    texts.getOrDefault(total.fingerprintId(), total.fingerprintId()),
                    total.queries(),
                    total.totalUs()))
        .toList();
  }

  private List<RejectCount> rejects(String run) {
    return RowRecords.records(
        table("reject", run)
            .groupBy("file", "kind", "reason")
            .agg(count(lit(1)).as("rejects"), sum("lines").as("lines"))
            .orderBy("file", "kind", "reason"),
        RejectCount.class);
  }

  /** Null without a slow log; one that is there and empty tells that no statement was slow. */
  private QueryTotals queries(String run) {
    Row found = table("query", run).agg(count(lit(1)), min("query_time_us")).first();
    if (found.getLong(0) == 0) {
      // The banner does not tell the threshold, and without an entry nothing else does.
      return table("ledger", run).where(col("kind").equalTo(SLOW_LOG)).isEmpty()
          ? null
          : new QueryTotals(0, null, null, null);
    }
    long ofNoRequest =
        table("query_assignment", run)
            .where(col("request_key").isNull())
            .select("query_key")
            .distinct()
            .count();
    long threshold =
        table("remark", run)
            .where(col("rule").equalTo(Remark.Rule.QUERIES_BELOW_THRESHOLD.name()))
            .select(col("value").cast("bigint"))
            .collectAsList()
            .stream()
            .mapToLong(row -> row.getLong(0))
            .max()
            .orElse(0);
    return new QueryTotals(found.getLong(0), ofNoRequest, threshold, found.getLong(1));
  }

  private List<StampSlack> slacks(String run) {
    return List.of(
            slack(table("access", run), lit("apache-access"), lit(null).cast("bigint")),
            slack(table("app_event", run), col("kind"), col("duration_error_us")),
            slack(
                table("query", run).where(col("start_time").isNotNull()),
                lit(SLOW_LOG),
                lit(null).cast("bigint")))
        .stream()
        .flatMap(rows -> RowRecords.records(rows, StampSlack.class).stream())
        .toList();
  }

  private static Dataset<Row> slack(
      Dataset<Row> rows, org.apache.spark.sql.Column kind, org.apache.spark.sql.Column error) {
    return rows.groupBy(kind.as("kind"))
        .agg(max("start_slack_us").as("start_slack_us"), max(error).as("duration_error_us"))
        .orderBy("kind");
  }

  private Dataset<Row> table(String table, String run) {
    return lake.table(spark, table, run);
  }
}
