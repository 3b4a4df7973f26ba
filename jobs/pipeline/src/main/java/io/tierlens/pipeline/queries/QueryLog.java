package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.tierlens.formats.ReadOptions;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.RowRecords;
import io.tierlens.pipeline.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** The slow log that a digest is made of: that of one run of a lake, or files by themselves. */
public final class QueryLog implements AutoCloseable {

  /** What a digest needs of every entry; texts that only a few examples show are not in it. */
  private static final Column[] NARROW =
      List.of(
              "query_key",
              "line",
              "start_time",
              "start_slack_us",
              "query_time_us",
              "query_time_error_us",
              "lock_time_us",
              "rows_sent",
              "rows_examined",
              "rows_affected",
              "bytes_sent",
              "user",
              "database",
              "command",
              "fingerprint_id",
              "rate_limit")
          .stream()
          .map(org.apache.spark.sql.functions::col)
          .toArray(Column[]::new);

  private static final String UNREADABLE = "unreadable";

  private final String run;
  private final List<String> files;
  private final Dataset<Row> rows;
  private final Dataset<Row> narrow;
  private final long rejected;
  private final String timeZone;
  private final Ties ties;

  private QueryLog(
      String run,
      List<String> files,
      Dataset<Row> rows,
      Dataset<Row> narrow,
      long rejected,
      String timeZone,
      Ties ties) {
    this.run = run;
    this.files = files;
    this.rows = rows;
    this.narrow = narrow;
    this.rejected = rejected;
    this.timeZone = timeZone;
    this.ties = ties;
  }

  /** The slow log of a run that the lake holds. */
  public static QueryLog ofRun(SparkSession spark, Lake lake, String run) {
    Dataset<Row> entries = lake.table(spark, "query", run);
    Dataset<Row> logs =
        lake.table(spark, "ledger", run).where(col("kind").equalTo(SlowLogFiles.KIND));
    Row facts =
        logs.agg(
                sum("rejected_lines"),
                min(col("options").getItem(ReadOptions.TIME_ZONE)),
                max(col("options").getItem(ReadOptions.TIME_ZONE)))
            .first();
    // Files of one zone; of those that state none, nothing is known.
    String zone = Objects.equals(facts.get(1), facts.get(2)) ? facts.getString(1) : null;
    return new QueryLog(
        run,
        List.of(),
        entries,
        entries.select(NARROW),
        facts.isNullAt(0) ? 0 : facts.getLong(0),
        zone,
        Ties.of(spark, lake, run).orElse(null));
  }

  /**
   * Slow logs as they are on the disk. They are read once, and what the digest needs of them is
   * kept until this is closed, in memory as far as there is room.
   *
   * @param timeZone of stamps that name none; null for UTC
   */
  public static QueryLog ofFiles(SparkSession spark, SlowLogFiles files, String timeZone) {
    DataFrameReader reader =
        spark
            .read()
            .format(SlowLogFiles.KIND)
            .schema(withUnreadable())
            .option("columnNameOfCorruptRecord", UNREADABLE);
    if (timeZone != null) {
      reader.option("timeZone", timeZone);
    }
    Dataset<Row> rows = reader.load(files.uris());
    return new QueryLog(
        null,
        files.names(),
        named(rows, files),
        rows.select(NARROW).persist(StorageLevel.MEMORY_AND_DISK()),
        0,
        null,
        null);
  }

  /** Of a line that could not be read all columns are null but one. */
  private static StructType withUnreadable() {
    StructType schema = new StructType();
    for (StructField field : TableSchema.of("query").fields()) {
      schema = schema.add(field.name(), field.dataType(), true);
    }
    return schema.add(UNREADABLE, DataTypes.StringType, true);
  }

  private static Dataset<Row> named(Dataset<Row> rows, SlowLogFiles files) {
    Column name = col("file");
    for (String uri : files.uris()) {
      name =
          org.apache
              .spark
              .sql
              .functions
              .when(col("file").equalTo(uri), files.name(uri))
              .otherwise(name);
    }
    return rows.withColumn("file", name);
  }

  /** The run; null for files by themselves. */
  String run() {
    return run;
  }

  List<String> files() {
    return files;
  }

  /** The zone that all slow logs of the run were read in; nothing where none or several are. */
  public Optional<String> timeZone() {
    return Optional.ofNullable(timeZone);
  }

  /** Looks through the log for what a range of time can be chosen from. */
  public LogExtent extent() {
    return LogExtent.of(narrow, rejected);
  }

  /** The entries, with the columns that figures are made of. */
  Dataset<Row> entries() {
    return narrow.where("query_time_us IS NOT NULL");
  }

  /** The requests that they are tied to; nothing where the run is not attributed. */
  Optional<Ties> ties() {
    return Optional.ofNullable(ties);
  }

  /** Single entries with their statements. */
  Map<Long, LoggedStatement> statements(Collection<Long> keys) {
    return RowRecords.records(
            rows.where(col("query_key").isin(keys.toArray())), LoggedStatement.class)
        .stream()
        .collect(
            Collectors.toMap(
                LoggedStatement::queryKey, statement -> statement, (one, same) -> one));
  }

  /** Lets go of what was kept. */
  @Override
  public void close() {
    narrow.unpersist();
  }
}
