package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.RecordType;
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
          FieldType.TIMESTAMP, "TIMESTAMP");

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
  void everyFieldIsAColumnOfItsTable(RecordType type) {
    Map<String, String> columns = Schema.of(type.table()).types();
    for (Field field : type.fields()) {
      assertThat(columns).containsEntry(field.name(), SQL.get(field.type()));
    }
  }

  @ParameterizedTest
  @MethodSource("recordTypes")
  void everyColumnThatMayNotBeNullIsAField(RecordType type) {
    List<String> fields = type.fields().stream().map(Field::name).toList();
    assertThat(Schema.of(type.table()).required())
        .filteredOn(column -> !OF_THE_PIPELINE.contains(column))
        .isSubsetOf(fields);
  }

  @Test
  void nothingIsRecognisedInAnEmptyFileOrInProse() {
    assertThat(LogFormats.recognise(Reading.head(new byte[0]))).isEmpty();
    byte[] prose =
        "Dear reader,\nthis is no log.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(LogFormats.recognise(Reading.head(prose))).isEmpty();
  }
}
