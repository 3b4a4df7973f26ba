package io.tierlens.pipeline.source;

import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a {@link LogSource}: those of its table, and one for lines that are none. */
final class SourceSchema {

  /** Columns that mean something in a lake only; they come where a schema asks for them. */
  private static final Set<String> OF_THE_LAKE =
      Set.of("host", "file", "line", "request_key", "event_key", "query_key");

  private static final Set<String> METADATA = Set.copyOf(LogTable.METADATA_COLUMNS);

  private SourceSchema() {}

  /**
   * What there is without a schema of the user's. Every column may be null in a row of a bad line.
   */
  static StructType inferred(SourceOptions options) {
    StructType schema = new StructType();
    boolean rejects = options.table().equals(RejectSplitReader.TABLE);
    for (StructField field : TableSchema.of(options.table()).fields()) {
      if (rejects || !OF_THE_LAKE.contains(field.name())) {
        schema = schema.add(nullable(field));
      }
    }
    if (!rejects && options.badLines().fate() == BadLines.Fate.ROWS) {
      requireFree(options);
      schema = schema.add(badLine(options));
    }
    return schema;
  }

  private static StructField nullable(StructField field) {
    return new StructField(field.name(), field.dataType(), true, field.metadata());
  }

  private static StructField badLine(SourceOptions options) {
    return new StructField(
            options.badLines().column(),
            DataTypes.StringType,
            true,
            org.apache.spark.sql.types.Metadata.empty())
        .withComment("a line that could not be read, and null in all other rows");
  }

  private static void requireFree(SourceOptions options) {
    String column = options.badLines().column();
    if (List.of(TableSchema.of(options.table()).fieldNames()).contains(column)
        || METADATA.contains(column)) {
      throw new UserError(
          options.kind()
              + ": option "
              + SourceOptions.COLUMN_OF_BAD_LINES
              + " is \""
              + column
              + "\", and there is a column of that name; choose another");
    }
  }

  /**
   * Holds a schema of the user's against what there is.
   *
   * @throws UserError if a column is unknown or has another type here
   */
  static void requireKnown(StructType schema, SourceOptions options) {
    StructType table = TableSchema.of(options.table());
    List<String> known = new ArrayList<>(List.of(table.fieldNames()));
    known.add(options.badLines().column());
    for (StructField field : schema.fields()) {
      if (!known.contains(field.name())) {
        throw new UserError(
            options.kind()
                + ": the schema asks for a column \""
                + field.name()
                + "\"; "
                + Spelling.hint(field.name(), known));
      }
      StructField there =
          field.name().equals(options.badLines().column())
              ? badLine(options)
              : table.apply(field.name());
      if (!there.dataType().sameType(field.dataType())) {
        throw new UserError(
            options.kind()
                + ": the schema asks for column \""
                + field.name()
                + "\" as "
                + field.dataType().sql()
                + ", and it is "
                + there.dataType().sql()
                + "; ask for that, and cast it");
      }
    }
  }
}
