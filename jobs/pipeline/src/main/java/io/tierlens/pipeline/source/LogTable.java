package io.tierlens.pipeline.source;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Files of logs as a table that can be read. */
final class LogTable implements SupportsRead, SupportsMetadataColumns {
  static final String FILE = "_file";
  static final String LINE = "_line";
  static final String REASON = "_reason";

  static final List<String> METADATA_COLUMNS = List.of(FILE, LINE, REASON);

  private final String table;
  private final StructType schema;
  private final SlicePlan plan;
  private final BadLines badLines;

  LogTable(String table, StructType schema, SlicePlan plan, BadLines badLines) {
    this.table = table;
    this.schema = schema;
    this.plan = plan;
    this.badLines = badLines;
  }

  @Override
  public String name() {
    return table;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Spark's interface still asks for it.
  public StructType schema() {
    return schema;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public MetadataColumn[] metadataColumns() {
    return new MetadataColumn[] {
      new Column(FILE, DataTypes.StringType, "where the file is"),
      new Column(LINE, DataTypes.LongType, "line of the record in the file, from 1"),
      new Column(REASON, DataTypes.StringType, "why a line could not be read; else null")
    };
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new LogScanBuilder(table, schema, plan, badLines);
  }

  private record Column(String name, DataType dataType, String comment) implements MetadataColumn {}
}
