package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.tierlens.pipeline.schema.RowRecords;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Classes by database and by user, the first few of each. */
record Breakdown(List<PartTime> rows) {

  /** Too few: shards and services do not show. Too many: nobody reads them. */
  private static final int PARTS = 5;

  private static final String DATABASE = "database";
  private static final String USER = "user";

  /** One part of a class. */
  record PartTime(String classKey, String kind, String name, double statements, double time) {}

  static Breakdown of(Dataset<Row> prepared, Object[] keys) {
    Dataset<Row> pairs =
        prepared
            .where(col(ClassColumns.KEY).isin(keys))
            .groupBy(ClassColumns.KEY, DATABASE, USER)
            .agg(
                sum(col(ClassColumns.WEIGHT).cast("double")).as("statements"),
                sum(col("query_time_us").cast("double").multiply(col(ClassColumns.WEIGHT)))
                    .as("time"));
    WindowSpec first =
        Window.partitionBy(ClassColumns.KEY, "kind").orderBy(col("time").desc(), col("name"));
    return new Breakdown(
        RowRecords.records(
            pairs
                .select(
                    col(ClassColumns.KEY),
                    expr(
                        "inline(array(named_struct('kind', 'database', 'name', database),"
                            + " named_struct('kind', 'user', 'name', user)))"),
                    col("statements"),
                    col("time"))
                .groupBy(ClassColumns.KEY, "kind", "name")
                .agg(sum("statements").as("statements"), sum("time").as("time"))
                .withColumn("place", row_number().over(first))
                .where(col("place").leq(PARTS))
                .orderBy(ClassColumns.KEY, "kind", "place"),
            PartTime.class));
  }

  List<Part> databases(String key, double classTime) {
    return parts(key, DATABASE, classTime);
  }

  List<Part> users(String key, double classTime) {
    return parts(key, USER, classTime);
  }

  private List<Part> parts(String key, String kind, double classTime) {
    return rows.stream()
        .filter(row -> row.classKey().equals(key) && row.kind().equals(kind))
        .map(
            row ->
                new Part(
                    row.name(),
                    row.statements(),
                    row.time(),
                    Measures.quotient(row.time(), classTime)))
        .toList();
  }
}
