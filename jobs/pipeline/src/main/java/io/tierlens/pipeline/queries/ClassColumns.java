package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * The figures of a class of entries as columns: those of {@link Sums}, which can be added up, and
 * those that cannot.
 *
 * <p>Sums are of doubles: whole numbers stay exact up to 2^53 (285 years in microseconds), and a
 * broken number in a log cannot overflow them.
 */
final class ClassColumns {

  /** What entries are grouped by: the id of the fingerprint, or an administrator's command. */
  static final String KEY = "class_key";

  /** How many statements an entry stands for. */
  static final String WEIGHT = "entry_weight";

  /** The 50, 95 and 99 percent quantiles of the time in microseconds. */
  static final String QUANTILES = "quantiles_us";

  /** The key of the longest entry, the first of its file where there are several. */
  static final String EXAMPLE = "example";

  /** Upper bounds of the histogram's buckets, in microseconds; the last one is open. */
  private static final List<Long> DECADES_US =
      List.of(10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);

  private enum Merge {
    SUM,
    MIN,
    MAX
  }

  private record Figure(String name, Merge merge, Column value) {
    Column ofEntries() {
      return merged(value);
    }

    Column ofClasses() {
      return merged(col(name));
    }

    private Column merged(Column what) {
      Column merged =
          switch (merge) {
            case SUM -> sum(what);
            case MIN -> min(what);
            case MAX -> max(what);
          };
      return merged.as(name);
    }
  }

  private static final List<Figure> FIGURES = figures();

  private ClassColumns() {}

  /** Entries of table query with the columns that the others here need. */
  static Dataset<Row> prepared(Dataset<Row> entries) {
    return entries
        .withColumn(KEY, coalesce(col("fingerprint_id"), col("command"), lit("unknown")))
        .withColumn(WEIGHT, when(col("rate_limit").gt(1), col("rate_limit")).otherwise(lit(1L)));
  }

  /** One row for each class of prepared entries. */
  static Dataset<Row> classes(Dataset<Row> prepared) {
    List<Column> columns = new ArrayList<>(FIGURES.stream().map(Figure::ofEntries).toList());
    columns.add(
        expr("percentile(query_time_us, array(0.5D, 0.95D, 0.99D), " + WEIGHT + ")").as(QUANTILES));
    columns.add(expr("min(struct(-query_time_us, line, query_key)).query_key").as(EXAMPLE));
    columns.add(expr("any_value(fingerprint_id)").as("fingerprint_id"));
    columns.add(expr("any_value(command)").as("command"));
    return aggregated(prepared.groupBy(KEY), columns);
  }

  /** The sums over the classes of these keys, over the others, and over all of them. */
  static Dataset<Row> sums(Dataset<Row> classes, Object[] keys) {
    List<Column> columns = new ArrayList<>(FIGURES.stream().map(Figure::ofClasses).toList());
    columns.add(count("*").as("classes"));
    columns.add(count("fingerprint_id").as("fingerprints"));
    return aggregated(classes.rollup(col(KEY).isin(keys).as("listed")), columns);
  }

  private static Dataset<Row> aggregated(RelationalGroupedDataset groups, List<Column> columns) {
    return groups.agg(columns.get(0), columns.subList(1, columns.size()).toArray(new Column[0]));
  }

  private static List<Figure> figures() {
    Column one = lit(1L);
    Column weight = col(WEIGHT).cast("double");
    Column time = col("query_time_us").cast("double");
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("entries", Merge.SUM, one));
    figures.add(new Figure("sampled", Merge.SUM, when(col(WEIGHT).gt(1), 1L).otherwise(0L)));
    figures.add(new Figure("highest_weight", Merge.MAX, col(WEIGHT)));
    figures.add(new Figure("weight", Merge.SUM, weight));
    figures.add(new Figure("time", Merge.SUM, time.multiply(weight)));
    figures.add(new Figure("squares", Merge.SUM, time.multiply(time).multiply(weight)));
    figures.add(new Figure("shortest", Merge.MIN, col("query_time_us")));
    figures.add(new Figure("longest", Merge.MAX, col("query_time_us")));
    addOptional(figures, "lock", "lock_time_us", weight);
    Column lockKnown = col("lock_time_us").isNotNull();
    figures.add(new Figure("lock_base", Merge.SUM, when(lockKnown, time.multiply(weight))));
    addOptional(figures, "sent", "rows_sent", weight);
    addOptional(figures, "examined", "rows_examined", weight);
    addOptional(figures, "affected", "rows_affected", weight);
    addOptional(figures, "bytes", "bytes_sent", weight);
    Column timed = col("start_time").isNotNull();
    figures.add(new Figure("untimed", Merge.SUM, when(timed, 0L).otherwise(1L)));
    figures.add(new Figure("timed_time", Merge.SUM, when(timed, time.multiply(weight))));
    figures.add(new Figure("first_time", Merge.MIN, col("start_time")));
    figures.add(new Figure("last_time", Merge.MAX, expr(LATEST_END)));
    figures.add(new Figure("slack", Merge.MAX, col("start_slack_us")));
    long from = Long.MIN_VALUE;
    for (int i = 0; i <= DECADES_US.size(); i++) {
      long to = i < DECADES_US.size() ? DECADES_US.get(i) : Long.MAX_VALUE;
      Column in = col("query_time_us").geq(from).and(col("query_time_us").lt(to));
      figures.add(new Figure("decade" + i, Merge.SUM, when(in, weight).otherwise(0.0)));
      from = to;
    }
    return List.copyOf(figures);
  }

  /** When an entry can have ended at the latest; nothing where that is beyond all time. */
  private static final String LATEST_END =
      "timestamp_micros(try_add(unix_micros(start_time),"
          + " try_add(coalesce(start_slack_us, 0L), query_time_us)))";

  /** The sum of a field that an entry may lack, and how many statements have it. */
  private static void addOptional(List<Figure> figures, String name, String field, Column weight) {
    figures.add(new Figure(name, Merge.SUM, col(field).cast("double").multiply(weight)));
    figures.add(new Figure(name + "_weight", Merge.SUM, when(col(field).isNotNull(), weight)));
  }
}
