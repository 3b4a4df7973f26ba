package io.tierlens.pipeline.source;

import io.tierlens.formats.record.Reject;
import io.tierlens.pipeline.run.InputFile;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of lines that could not be read. */
final class RejectRows {

  private RejectRows() {}

  /** A row of table reject. */
  static InternalRow ofReject(Reject reject, InputFile file, StructType wanted) {
    Object[] values = new Object[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      String column = wanted.fields()[i].name();
      values[i] =
          switch (column) {
            case "lines" -> reject.lines();
            case "byte_offset" -> reject.byteOffset();
            case "kind" -> UTF8String.fromString(file.kind());
            case "reason" -> UTF8String.fromString(reject.reason());
            case "raw" -> UTF8String.fromString(reject.raw());
            case "raw_bytes" -> reject.rawLength();
            default -> place(column, reject, file);
          };
    }
    return new GenericInternalRow(values);
  }

  /** A row of another table: its columns are null, but for the one that takes the text. */
  static InternalRow ofBadLine(
      Reject reject, InputFile file, StructType wanted, String textColumn) {
    Object[] values = new Object[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      String column = wanted.fields()[i].name();
      values[i] =
          column.equals(textColumn)
              ? UTF8String.fromString(reject.raw())
              : place(column, reject, file);
    }
    return new GenericInternalRow(values);
  }

  private static Object place(String column, Reject reject, InputFile file) {
    return switch (column) {
      case "host" -> UTF8String.fromString(file.host());
      case "file" -> UTF8String.fromString(file.name());
      case "line", LogTable.LINE -> reject.line();
      case LogTable.FILE -> UTF8String.fromString(file.uri());
      case LogTable.REASON -> UTF8String.fromString(reject.reason());
      default -> null;
    };
  }
}
