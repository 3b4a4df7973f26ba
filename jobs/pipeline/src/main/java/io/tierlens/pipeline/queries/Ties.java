package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What the attribution of a run says of its queries. */
final class Ties {

  /** Too few: a query that all pages share looks like one of a few. Too many: nobody reads them. */
  private static final int ENDPOINTS = 3;

  private static final List<String> TABLES = List.of("query_assignment", "request", "run_tier");

  private final Dataset<Row> assignments;
  private final Dataset<Row> requests;
  private final Dataset<Row> tiers;

  private Ties(Dataset<Row> assignments, Dataset<Row> requests, Dataset<Row> tiers) {
    this.assignments = assignments;
    this.requests = requests;
    this.tiers = tiers;
  }

  /** Nothing where the run is not attributed, or has no requests. */
  static Optional<Ties> of(SparkSession spark, Lake lake, String run) {
    if (!lake.has(run, TABLES)) {
      return Optional.empty();
    }
    Dataset<Row> requests = lake.table(spark, "request", run);
    return requests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Ties(
                lake.table(spark, "query_assignment", run),
                requests,
                lake.table(spark, "run_tier", run)));
  }

  /** The first endpoints of each of these classes, and of all the others together. */
  List<EndpointTime> endpoints(Dataset<Row> prepared, Object[] keys) {
    Column weight =
        col(ClassColumns.WEIGHT).cast("double").multiply(coalesce(col("probability"), lit(1.0)));
    WindowSpec ofKind = Window.partitionBy(ClassColumns.KEY, "tied");
    return RowRecords.records(
        prepared
            .select("query_key", ClassColumns.KEY, ClassColumns.WEIGHT, "query_time_us")
            .join(assignments, new String[] {"query_key"}, "left")
            .join(requests.select("request_key", "endpoint"), new String[] {"request_key"}, "left")
            .groupBy(
                when(col(ClassColumns.KEY).isin(keys), col(ClassColumns.KEY)).as(ClassColumns.KEY),
                col("request_key").isNotNull().as("tied"),
                col("endpoint"))
            .agg(
                sum(weight).as("statements"),
                sum(weight.multiply(col("query_time_us"))).as("time"),
                max(when(col("request_key").isNotNull(), col("level"))).as("level"))
            .withColumn("kind_time", sum("time").over(ofKind))
            .withColumn(
                "place", row_number().over(ofKind.orderBy(col("time").desc(), col("endpoint"))))
            .where(col("place").leq(ENDPOINTS))
            .orderBy(ClassColumns.KEY, "tied", "place"),
        EndpointTime.class);
  }

  /** The mean of the database tier over the whole run; null where it is not to be published. */
  DatabaseTier databaseTier() {
    return RowRecords.records(
            tiers.where("tier = 'db' AND window_name IS NULL AND published"), DatabaseTier.class)
        .stream()
        .findFirst()
        .orElse(null);
  }
}
