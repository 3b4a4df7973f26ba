package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.sar.SarText;
import io.tierlens.formats.xentop.Xentop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of host logs against the schemas of their tables. */
class HostTablesTest {
  private static final List<String> ADDED_BY_INGEST = List.of("host", "file", "line");

  static Stream<RecordType> types() {
    return Stream.of(new SarText(), new Xentop()).flatMap(format -> format.recordTypes().stream());
  }

  private static String sqlType(Field field) {
    return switch (field.type()) {
      case TEXT -> "STRING";
      case LONG -> "BIGINT";
      case BOOLEAN, INT, DOUBLE, TIMESTAMP -> field.type().name();
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void fieldsAreTheColumnsInTheirOrder(RecordType type) throws IOException {
    Path schema = Path.of("..", "..", "schemas", type.table() + ".ddl");
    List<String> columns =
        Files.readAllLines(schema).stream()
            .filter(line -> !line.startsWith("--"))
            .map(line -> line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1)))
            .filter(column -> !ADDED_BY_INGEST.contains(column.substring(0, column.indexOf(' '))))
            .toList();
    assertThat(type.fields())
        .extracting(field -> field.name() + " " + sqlType(field))
        .isEqualTo(columns);
  }
}
