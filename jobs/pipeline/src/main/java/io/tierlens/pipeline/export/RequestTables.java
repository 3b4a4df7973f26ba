package io.tierlens.pipeline.export;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The chosen requests of a run and the queries of all of it, as Spark has them. */
final class RequestTables {

  static final String FATE = "fate";

  /** What becomes of a query; all but the first are left out. */
  enum Fate {
    EXPORTED,
    OF_OTHER_REQUESTS,
    OF_NO_REQUEST,
    UNTOLD,
    DOUBTFUL,
    UNTIMED
  }

  /** Too low: the statement is not known again. Too high: a viewer shows nothing else. */
  private static final int TEXT_CHARACTERS = 16_384;

  private static final String KEY = "request_key";
  private static final Column[] ORDER = {asc("start_time"), asc(KEY)};

  private final SparkSession spark;
  private final Lake lake;
  private final String run;
  private final ExportChoice choice;
  private final Dataset<Row> requests;
  private final Dataset<Row> chosen;

  RequestTables(SparkSession spark, Lake lake, String run, ExportChoice choice) {
    this.spark = spark;
    this.lake = lake;
    this.run = run;
    this.choice = choice;
    requests = table("request");
    Dataset<Row> wanted = choice.range().of(requests);
    if (choice.window() != null) {
      wanted = wanted.where(col("window_name").equalTo(choice.window()));
    }
    chosen = choice.limit() == null ? wanted : wanted.orderBy(ORDER).limit(choice.limit());
  }

  private Dataset<Row> table(String name) {
    return lake.table(spark, name, run);
  }

  Dataset<Row> all() {
    return requests;
  }

  Dataset<Row> chosen() {
    return chosen;
  }

  /** Whether the run's level tells whose queries are, request by request. */
  boolean tellsRequests() {
    return !requests.where("query_count IS NOT NULL").isEmpty();
  }

  /** Each query of the run with its most likely request, if it has one, and its fate. */
  Dataset<Row> queries(boolean told) {
    Dataset<Row> ties =
        table("query_assignment")
            .where(col(KEY).isNotNull())
            .groupBy("query_key")
            .agg(max(struct("probability", KEY)).as("tie"))
            .select("query_key", "tie.probability", "tie." + KEY);
    Column untold = lit(!told && choice.statedProbability() == null);
    Column fate =
        when(col(KEY).isNull(), Fate.OF_NO_REQUEST.name())
            .when(col("is_chosen").isNull(), Fate.OF_OTHER_REQUESTS.name())
            .when(untold, Fate.UNTOLD.name())
            .when(col("probability").lt(choice.leastProbability()), Fate.DOUBTFUL.name())
            .when(col("start_time").isNull(), Fate.UNTIMED.name())
            .otherwise(Fate.EXPORTED.name());
    return table("query")
        .join(ties, seq("query_key"), "left")
        .join(chosen.select(col(KEY), lit(true).as("is_chosen")), seq(KEY), "left")
        .withColumn(FATE, fate);
  }

  /** The chosen requests in their order, in so many parts, with the columns of the record. */
  Dataset<Row> traces(boolean told, int parts) {
    Dataset<Row> traces =
        chosen
            .join(
                table("access").select(KEY, "method", "path", "response_bytes", "file", "line"),
                seq(KEY),
                "left")
            .join(pages(), seq("event_key"), "left")
            .withColumn("page", when(col("web_self_us").isNotNull(), col("page")))
            .join(queriesOfRequests(told), seq(KEY), "left");
    return parts == 1
        ? traces.repartition(1).sortWithinPartitions(ORDER)
        : traces.repartitionByRange(parts, ORDER).sortWithinPartitions(ORDER);
  }

  private Dataset<Row> pages() {
    return table("app_event")
        .where("duration_us IS NOT NULL")
        .select(col("event_key"), struct(columns(LoggedPage.class)).as("page"));
  }

  private Dataset<Row> queriesOfRequests(boolean told) {
    Column statement = choice.statements() ? col("statement") : lit(null).cast("string");
    return queries(told)
        .where(col(FATE).equalTo(Fate.EXPORTED.name()))
        .withColumn("text_length", length(coalesce(statement, col("fingerprint"))))
        .withColumn("fingerprint", substring(col("fingerprint"), 1, TEXT_CHARACTERS))
        .withColumn("statement", substring(statement, 1, TEXT_CHARACTERS))
        .groupBy(KEY)
        .agg(collect_list(struct(columns(LoggedQuery.class))).as("queries"));
  }

  private static Column[] columns(Class<? extends Record> type) {
    return RowRecords.columns(type).stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  private static String[] seq(String column) {
    return List.of(column).toArray(new String[0]);
  }
}
