package io.tierlens.pipeline.source;

import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The rejects of one file, as rows of table reject. */
final class RejectReader implements PartitionReader<InternalRow> {

  static final String TABLE = "reject";

  private final InputFile file;
  private final StructType wanted;
  private final Configuration configuration;
  private final Queue<Reject> found = new ArrayDeque<>();
  private RecordReader records;
  private boolean endOfFile;
  private InternalRow row;

  RejectReader(InputFile file, StructType wanted, Configuration configuration) {
    this.file = file;
    this.wanted = wanted;
    this.configuration = configuration;
  }

  @Override
  public boolean next() throws IOException {
    if (records == null) {
      records = file.open(configuration, Selection.of(Set.of()), new Account(found::add));
    }
    while (found.isEmpty() && !endOfFile) {
      endOfFile = !records.next();
    }
    if (found.isEmpty()) {
      return false;
    }
    row = row(found.remove());
    return true;
  }

  private InternalRow row(Reject reject) {
    Object[] values = new Object[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (wanted.fields()[i].name()) {
            case "host" -> UTF8String.fromString(file.host());
            case "file" -> UTF8String.fromString(file.name());
            case "line" -> reject.line();
            case "lines" -> reject.lines();
            case "byte_offset" -> reject.byteOffset();
            case "kind" -> UTF8String.fromString(file.kind());
            case "reason" -> UTF8String.fromString(reject.reason());
            case "raw" -> UTF8String.fromString(reject.raw());
            case "raw_bytes" -> reject.rawLength();
            default -> throw new IllegalStateException("no column " + wanted.fields()[i].name());
          };
    }
    return new GenericInternalRow(values);
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
