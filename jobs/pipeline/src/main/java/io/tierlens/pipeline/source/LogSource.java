package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.InputFile;
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
 * Spark's view of log files: the rows of one table, or the rejects, one partition a file, in the
 * order in which the files are given.
 */
public final class LogSource implements TableProvider {

  private static final String TABLE = "table";
  private static final String FILES = "files";

  /**
   * The rows of a table that some files hold.
   *
   * @param table one of {@link TableSchema#INGESTED} that log files fill, or {@code reject}
   */
  public static Dataset<Row> read(SparkSession spark, String table, List<InputFile> files) {
    return spark
        .read()
        .format(LogSource.class.getName())
        .option(TABLE, table)
        .option(FILES, SerializedFiles.write(files))
        .load();
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return TableSchema.of(options.get(TABLE));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    return new LogTable(options.get(TABLE), schema, SerializedFiles.read(options.get(FILES)));
  }
}
