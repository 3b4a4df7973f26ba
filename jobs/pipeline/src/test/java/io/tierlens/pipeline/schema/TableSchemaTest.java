package io.tierlens.pipeline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableSchemaTest {

  private static final List<String> OF_FILES_ROWS = List.of("host", "file", "line");

  static Stream<String> tables() {
    return TableSchema.all();
  }

  @Test
  void everySchemaFileIsATableAndTheOtherWayRound() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../schemas"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".ddl", "")).toList();
      assertThat(names).containsExactlyInAnyOrderElementsOf(tables().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnTellsWhatItIs(String table) {
    StructType schema = TableSchema.of(table);
    for (StructField field : schema.fields()) {
      assertThat(field.getComment().isDefined()).as(table + "." + field.name()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void unitsAreInTheNames(String table) {
    for (StructField field : TableSchema.of(table).fields()) {
      if (field.name().endsWith("_us") && !table.endsWith("_tier") && !table.equals("comparison")) {
        assertThat(field.dataType().simpleString()).as(field.name()).isEqualTo("bigint");
      }
      if (field.name().endsWith("_time") || field.name().startsWith("interval_")) {
        assertThat(field.dataType().simpleString()).as(field.name()).isEqualTo("timestamp");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ofFiles")
  void everyRowOfALogSaysWhereItStood(String table) {
    assertThat(TableSchema.of(table).fieldNames()).containsAll(OF_FILES_ROWS);
  }

  static Stream<String> ofFiles() {
    return TableSchema.INGESTED.stream().filter(table -> !List.of("run", "ledger").contains(table));
  }
}
