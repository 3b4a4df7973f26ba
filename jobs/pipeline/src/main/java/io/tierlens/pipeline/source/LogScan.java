package io.tierlens.pipeline.source;

import io.tierlens.formats.record.Selection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of the wanted columns, in the order of the files and their lines. */
final class LogScan implements SupportsReportStatistics, Batch {

  /** Columns that cannot be filled without the number of the line. */
  private static final Set<String> NUMBERED =
      Set.of("line", LogTable.LINE, "request_key", "event_key", "query_key");

  private final String table;
  private final StructType wanted;
  private final SlicePlan plan;
  private final BadLines badLines;
  private final TimeBounds bounds;

  LogScan(String table, StructType wanted, SlicePlan plan, BadLines badLines, TimeBounds bounds) {
    this.table = table;
    this.wanted = wanted;
    this.plan = plan;
    this.badLines = badLines;
    this.bounds = bounds;
  }

  @Override
  public StructType readSchema() {
    return wanted;
  }

  @Override
  public String description() {
    return table
        + " of "
        + plan.description()
        + ", columns "
        + List.of(wanted.fieldNames())
        + (bounds.predicates().isEmpty() ? "" : ", bounds " + bounds.predicates());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    boolean numbered =
        badLines.fate() == BadLines.Fate.FAILURE
            || Arrays.stream(wanted.fieldNames()).anyMatch(NUMBERED::contains);
    return SplitPacking.pack(plan.slices(numbered), plan.partBytes())
        .toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new ReaderFactory(
        table,
        wanted,
        badLines,
        bounds.fromUs(),
        bounds.toUs(),
        new SerializableConfiguration(SparkSession.active().sessionState().newHadoopConf()));
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return LogMetrics.all();
  }

  @Override
  public Statistics estimateStatistics() {
    long bytes = plan.bytes();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(bytes);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.empty();
      }
    };
  }

  record ReaderFactory(
      String table,
      StructType wanted,
      BadLines badLines,
      long fromUs,
      long toUs,
      SerializableConfiguration configuration)
      implements PartitionReaderFactory {
    private static final long serialVersionUID = 1;

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      LogSplit split = (LogSplit) partition;
      if (table.equals(RejectSplitReader.TABLE)) {
        return new RejectSplitReader(split, wanted, configuration.value());
      }
      Selection selection = Selection.of(fields()).ofTable(table).between(fromUs, toUs);
      return new RecordSplitReader(
          table, split, wanted, selection, badLines, configuration.value());
    }

    /** Whose record it is may depend on the machine's name. */
    private Set<String> fields() {
      Set<String> fields = new HashSet<>(Set.of(wanted.fieldNames()));
      if (fields.contains("host")) {
        fields.add(RecordRow.MACHINE);
      }
      return fields;
    }
  }
}
