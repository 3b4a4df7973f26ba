package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.InputFile;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The table behind {@link LogSource}: it can be read, and unwanted columns are left out. */
final class LogTable implements SupportsRead {
  private final String table;
  private final StructType schema;
  private final List<InputFile> files;

  LogTable(String table, StructType schema, List<InputFile> files) {
    this.table = table;
    this.schema = schema;
    this.files = List.copyOf(files);
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
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new Builder(table, schema, files);
  }

  private static final class Builder implements SupportsPushDownRequiredColumns {
    private final String table;
    private final List<InputFile> files;
    private StructType wanted;

    Builder(String table, StructType schema, List<InputFile> files) {
      this.table = table;
      this.files = files;
      this.wanted = schema;
    }

    @Override
    public void pruneColumns(StructType requiredSchema) {
      wanted = requiredSchema;
    }

    @Override
    public LogScan build() {
      return new LogScan(table, wanted, files);
    }
  }
}
