package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.InputFile;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of the wanted columns: a partition for each file, in order. */
final class LogScan implements Scan, Batch {
  private final String table;
  private final StructType wanted;
  private final List<InputFile> files;

  LogScan(String table, StructType wanted, List<InputFile> files) {
    this.table = table;
    this.wanted = wanted;
    this.files = files;
  }

  @Override
  public StructType readSchema() {
    return wanted;
  }

  @Override
  public String description() {
    return table + " from " + files.size() + " log files";
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    return files.stream().map(FilePartition::new).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    Configuration configuration = SparkSession.active().sparkContext().hadoopConfiguration();
    return new ReaderFactory(table, wanted, new SerializableConfiguration(configuration));
  }

  record FilePartition(InputFile file) implements InputPartition {
    private static final long serialVersionUID = 1;
  }

  record ReaderFactory(String table, StructType wanted, SerializableConfiguration configuration)
      implements PartitionReaderFactory {
    private static final long serialVersionUID = 1;

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      InputFile file = ((FilePartition) partition).file();
      return table.equals(RejectReader.TABLE)
          ? new RejectReader(file, wanted, configuration.value())
          : new RecordPartitionReader(table, file, wanted, configuration.value());
    }
  }
}
