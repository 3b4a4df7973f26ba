package io.tierlens.formats;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.LogRecord;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A copy of a record: its values by field, nulls left out, with {@code table} and {@code line}
 * beside them.
 */
public final class Row extends AbstractMap<String, Object> {
  private final Map<String, Object> values;

  private Row(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  static Row of(LogRecord record) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("table", record.type().table());
    values.put("line", record.line());
    List<Field> fields = record.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (!record.isNull(i)) {
        values.put(fields.get(i).name(), value(record, i, fields.get(i)));
      }
    }
    return new Row(values);
  }

  private static Object value(LogRecord record, int index, Field field) {
    return switch (field.type()) {
      case TEXT -> record.textAt(index);
      case BOOLEAN -> record.flagAt(index);
      case INT -> (int) record.longAt(index);
      case LONG, TIMESTAMP -> record.longAt(index);
      case DOUBLE -> record.doubleAt(index);
      case MAP -> record.mapAt(index).asMap();
    };
  }

  public String table() {
    return text("table");
  }

  public long line() {
    return whole("line");
  }

  /** A whole number or an instant that is not null. */
  public long whole(String field) {
    return ((Number) values.get(field)).longValue();
  }

  public Double figure(String field) {
    return (Double) values.get(field);
  }

  public String text(String field) {
    return (String) values.get(field);
  }

  @Override
  public Object get(Object field) {
    return values.get(field);
  }

  @Override
  public boolean containsKey(Object field) {
    return values.containsKey(field);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return values.entrySet();
  }
}
