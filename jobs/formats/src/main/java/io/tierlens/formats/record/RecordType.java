package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one kind of record, and the table whose rows they become. */
public final class RecordType {
  private final String table;
  private final List<Field> fields;
  private final Map<String, Integer> indexByName = new HashMap<>();

  public RecordType(String table, Field... fields) {
    this.table = requireNonNull(table, "table is null");
    this.fields = List.of(fields);
    for (int i = 0; i < fields.length; i++) {
      if (indexByName.put(fields[i].name(), i) != null) {
        throw new IllegalArgumentException("field twice in " + table + ": " + fields[i].name());
      }
    }
  }

  public String table() {
    return table;
  }

  public List<Field> fields() {
    return fields;
  }

  /**
   * The field's place among {@link #fields()}.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  public int index(String name) {
    Integer index = indexByName.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no field " + name + " in records of " + table);
    }
    return index;
  }

  /** The field's place, or -1: a table has columns that one format or another cannot fill. */
  public int indexOrAbsent(String name) {
    return indexByName.getOrDefault(name, -1);
  }

  @Override
  public String toString() {
    return table + fields;
  }
}
