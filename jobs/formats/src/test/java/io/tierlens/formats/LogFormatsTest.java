package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatsTest {

  private static final Map<FieldType, String> SQL =
      Map.of(
          FieldType.TEXT, "STRING",
          FieldType.BOOLEAN, "BOOLEAN",
          FieldType.INT, "INT",
          FieldType.LONG, "BIGINT",
          FieldType.DOUBLE, "DOUBLE",
          FieldType.TIMESTAMP, "TIMESTAMP",
          FieldType.MAP, "MAP<STRING, STRING>");

  /** Columns that come from where a record was found, not from the record. */
  private static final Set<String> OF_THE_PIPELINE =
      Set.of("request_key", "event_key", "query_key", "host", "file", "line");

  static List<RecordType> recordTypes() {
    return LogFormats.all().stream().flatMap(format -> format.recordTypes().stream()).toList();
  }

  @Test
  void kindsDiffer() {
    assertThat(LogFormats.all()).isNotEmpty().extracting(LogFormat::kind).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("recordTypes")
  void fieldsAreTheColumnsInTheirOrder(RecordType type) {
    Map<String, String> columns = new LinkedHashMap<>(Schema.of(type.table()).types());
    columns.keySet().removeAll(OF_THE_PIPELINE);
    Map<String, String> fields = new LinkedHashMap<>();
    type.fields().forEach(field -> fields.put(field.name(), SQL.get(field.type())));
    assertThat(List.copyOf(fields.entrySet())).isEqualTo(List.copyOf(columns.entrySet()));
  }
}
