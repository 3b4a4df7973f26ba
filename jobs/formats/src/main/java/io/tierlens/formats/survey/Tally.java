package io.tierlens.formats.survey;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts records and what they hold. */
final class Tally {

  /** Of an interval; null where nobody knows it. */
  private static final String BEGIN = "interval_start";

  /** Of one type of records; the places of the fields that are looked at. */
  private static final class OfType {
    private final int timeField;
    private final int beginField;
    private final int[] fields;
    private final long[] present;
    private long records;

    OfType(RecordType type) {
      timeField = timeField(type);
      beginField = type.indexOrAbsent(BEGIN);
      fields =
          Surveyor.COUNTED_FIELDS.stream()
              .mapToInt(type::indexOrAbsent)
              .filter(field -> field >= 0)
              .toArray();
      present = new long[fields.length];
    }
  }

  private final Map<RecordType, OfType> types = new HashMap<>();
  private RecordType lastType;
  private OfType last;
  private boolean timed;
  private long first = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  void add(LogRecord record) {
    if (record.type() != lastType) {
      lastType = record.type();
      last = types.computeIfAbsent(lastType, OfType::new);
    }
    last.records++;
    for (int i = 0; i < last.fields.length; i++) {
      last.present[i] += record.isNull(last.fields[i]) ? 0 : 1;
    }
    if (last.timeField >= 0 && !record.isNull(last.timeField)) {
      long time = record.longAt(last.timeField);
      timed = true;
      first = Math.min(first, begin(record, time));
      latest = Math.max(latest, time);
    }
  }

  private long begin(LogRecord record, long time) {
    return last.beginField >= 0 && !record.isNull(last.beginField)
        ? record.longAt(last.beginField)
        : time;
  }

  /** Names of the fields that times are taken from. */
  static List<String> timeFields(RecordType type) {
    int time = timeField(type);
    return time < 0 ? List.of() : List.of(type.fields().get(time).name(), BEGIN);
  }

  /** An interval's end, which every sample has; else the first instant of the record; or -1. */
  private static int timeField(RecordType type) {
    int end = type.indexOrAbsent("interval_end");
    if (end >= 0) {
      return end;
    }
    for (Field field : type.fields()) {
      if (field.type() == FieldType.TIMESTAMP) {
        return type.index(field.name());
      }
    }
    return -1;
  }

  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    types.forEach((type, counts) -> rows.merge(type.table(), counts.records, Long::sum));
    return rows;
  }

  Map<String, Long> present() {
    Map<String, Long> present = new TreeMap<>();
    types.forEach(
        (type, counts) -> {
          for (int i = 0; i < counts.fields.length; i++) {
            if (counts.present[i] > 0) {
              present.merge(
                  type.fields().get(counts.fields[i]).name(), counts.present[i], Long::sum);
            }
          }
        });
    return present;
  }

  Long firstTimeUs() {
    return timed ? Long.valueOf(first) : null;
  }

  Long lastTimeUs() {
    return timed ? Long.valueOf(latest) : null;
  }
}
