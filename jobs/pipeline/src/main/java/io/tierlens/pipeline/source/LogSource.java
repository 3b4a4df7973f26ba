package io.tierlens.pipeline.source;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A kind of log as a data source of Spark. What it offers:
 *
 * <ul>
 *   <li>the columns of the kind's table, less those that only a lake can fill; {@link
 *       SourceOptions} has the options
 *   <li>of a schema that the user gives, the columns named there, in that order, also those of the
 *       lake: {@code host}, {@code file}, {@code line} and the key
 *   <li>the metadata columns {@code _file}, {@code _line} and {@code _reason} (of a line that could
 *       not be read)
 *   <li>columns that nobody asks for are not worked out, and neither are records outside the bounds
 *       of a filter on {@code start_time}
 *   <li>large files that are not compressed are read in parts, where their kind allows
 * </ul>
 */
public abstract class LogSource implements TableProvider, DataSourceRegister {
  private final String kind;

  LogSource(String kind) {
    this.kind = kind;
  }

  @Override
  public final String shortName() {
    return kind;
  }

  /** A schema may be given, to choose columns and to name the one that takes unreadable lines. */
  @Override
  public final boolean supportsExternalMetadata() {
    return true;
  }

  @Override
  public final StructType inferSchema(CaseInsensitiveStringMap options) {
    return SourceSchema.inferred(SourceOptions.of(format(), options));
  }

  @Override
  public final Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    SourceOptions options = SourceOptions.of(format(), new CaseInsensitiveStringMap(properties));
    SourceSchema.requireKnown(schema, options);
    SlicePlan plan = FoundFiles.of(format(), options);
    return new LogTable(options.table(), schema, plan, options.badLines());
  }

  private LogFormat format() {
    return LogFormats.ofKind(kind).orElseThrow();
  }
}
