package io.tierlens.pipeline.source;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;

/** The records of one file that belong to one table, as rows. */
final class RecordPartitionReader implements PartitionReader<InternalRow> {
  private final InputFile file;
  private final Configuration configuration;
  private final RecordType type;
  private final RecordRow row;
  private final Selection selection;
  private RecordReader records;

  /**
   * A reader that opens its file at the first call of {@link #next()}.
   *
   * @throws IllegalArgumentException if files of this kind hold no rows of the table
   */
  RecordPartitionReader(
      String table, InputFile file, StructType wanted, Configuration configuration) {
    this.file = file;
    this.configuration = configuration;
    LogFormat format = file.format();
    type =
        format.recordTypes().stream()
            .filter(candidate -> candidate.table().equals(table))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(format.kind() + " has no rows for " + table));
    selection = Selection.of(Set.of(wanted.fieldNames()));
    row = new RecordRow(wanted, type, file.host(), file.name());
  }

  @Override
  public boolean next() throws IOException {
    if (records == null) {
      records = file.open(configuration, selection, new Account(reject -> {}));
    }
    while (records.next()) {
      if (records.record().type() == type) {
        row.show(records.record());
        return true;
      }
    }
    return false;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
    }
  }
}
