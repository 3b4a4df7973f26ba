package io.tierlens.benchmarks;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import java.util.List;

/** Looks at every value of records, so that reading them may not be passed over. */
final class RecordValues {
  private long sum;

  void add(LogRecord record) {
    List<Field> fields = record.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (record.isNull(i)) {
        continue;
      }
      FieldType type = fields.get(i).type();
      if (type == FieldType.TEXT) {
        sum += record.endAt(i) - record.startAt(i);
      } else if (type == FieldType.MAP) {
        sum += record.mapAt(i).size();
      } else {
        sum += record.longAt(i);
      }
    }
  }

  void add(long value) {
    sum += value;
  }

  long sum() {
    return sum;
  }
}
