package io.tierlens.pipeline.source;

import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.run.FileSlice;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The rejects of a split, as rows of table reject. */
final class RejectSplitReader extends SplitReader {

  static final String TABLE = "reject";

  private final StructType wanted;
  private FileSlice slice;

  RejectSplitReader(LogSplit split, StructType wanted, Configuration configuration) {
    super(split, Selection.of(Set.of()), configuration);
    this.wanted = wanted;
  }

  @Override
  void begin(FileSlice begun) {
    slice = begun;
  }

  @Override
  InternalRow row(LogRecord record) {
    return null;
  }

  @Override
  InternalRow row(Reject reject) {
    return RejectRows.ofReject(reject, slice.file(), wanted);
  }
}
