package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.record.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryRecordTest {

  @Test
  void hasTheColumnsOfTheTableButTheKeyAndTheOrigin() throws IOException {
    List<String> columns =
        Files.readAllLines(Path.of("../../schemas/query.ddl")).stream()
            .filter(line -> !line.startsWith("--"))
            .map(line -> line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1)))
            .filter(column -> !List.of("query_key", "host", "file", "line").contains(name(column)))
            .toList();
    List<String> fields =
        QueryRecord.TYPE.fields().stream().map(f -> f.name() + " " + sql(f.type())).toList();
    assertThat(fields).isEqualTo(columns);
  }

  private static String name(String column) {
    return column.substring(0, column.indexOf(' '));
  }

  private static String sql(FieldType type) {
    return switch (type) {
      case TEXT -> "STRING";
      case LONG -> "BIGINT";
      case TIMESTAMP -> "TIMESTAMP";
      case BOOLEAN, INT, DOUBLE -> "not in this table";
    };
  }
}
