package io.tierlens.pipeline.source;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.run.FileSlice;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The records of a split that belong to one table, as rows. */
final class RecordSplitReader extends SplitReader {
  private final String table;
  private final StructType wanted;
  private final BadLines badLines;
  private FileSlice slice;
  private RecordType type;
  private RecordRow row;

  RecordSplitReader(
      String table,
      LogSplit split,
      StructType wanted,
      Selection selection,
      BadLines badLines,
      Configuration configuration) {
    super(split, selection, configuration);
    this.table = table;
    this.wanted = wanted;
    this.badLines = badLines;
  }

  @Override
  void begin(FileSlice begun) {
    slice = begun;
    LogFormat format = begun.file().format();
    type =
        format.recordTypes().stream()
            .filter(candidate -> candidate.table().equals(table))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(format.kind() + " has no rows for " + table));
    row = new RecordRow(wanted, type, begun.file());
  }

  @Override
  InternalRow row(LogRecord record) {
    if (record.type() != type) {
      return null;
    }
    row.show(record);
    return row;
  }

  @Override
  InternalRow row(Reject reject) {
    return switch (badLines.fate()) {
      case LEFT_OUT -> null;
      case ROWS -> RejectRows.ofBadLine(reject, slice.file(), wanted, badLines.column());
      case FAILURE ->
          throw new UserError(
              slice.file().name()
                  + ":"
                  + reject.line()
                  + ": "
                  + reject.reason()
                  + "; mode FAILFAST stops here, PERMISSIVE keeps such lines in a column of"
                  + " their own, DROPMALFORMED leaves them out");
    };
  }
}
