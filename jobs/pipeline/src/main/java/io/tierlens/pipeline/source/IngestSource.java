package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.schema.TableSchema;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The same tables as those of {@link LogSource}, of files that have been surveyed: of several
 * kinds, each with its own options and its own cuts. The rows come in the order of the slices.
 */
public final class IngestSource implements TableProvider {

  private static final String TABLE = "table";
  private static final String SLICES = "slices";

  /**
   * The rows of a table that some files hold.
   *
   * @param table one of {@link TableSchema#INGESTED} that log files fill, or {@code reject}
   */
  public static Dataset<Row> read(SparkSession spark, String table, List<FileSlice> slices) {
    return spark
        .read()
        .format(IngestSource.class.getName())
        .option(TABLE, table)
        .option(SLICES, SerializedSlices.write(slices))
        .load();
  }

  /** How many tasks it takes to read some slices. */
  public static int tasks(SparkSession spark, List<FileSlice> slices) {
    return SplitPacking.pack(slices, partBytes(spark)).size();
  }

  /** The most bytes of files that one task should read: Spark's own setting. */
  public static long partBytes(SparkSession spark) {
    return SplitPacking.maxPartitionBytes(spark);
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return TableSchema.of(options.get(TABLE));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    SlicePlan plan =
        new SurveyedSlices(
            SerializedSlices.read(options.get(SLICES)), partBytes(SparkSession.active()));
    return new LogTable(options.get(TABLE), schema, plan, BadLines.LEFT_OUT);
  }
}
