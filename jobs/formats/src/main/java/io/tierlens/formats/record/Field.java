package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

/** A named field of a record; the name is the column's in the table that takes the record. */
public record Field(String name, FieldType type) {
  public Field {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
  }

  public static Field text(String name) {
    return new Field(name, FieldType.TEXT);
  }

  public static Field flag(String name) {
    return new Field(name, FieldType.BOOLEAN);
  }

  public static Field int32(String name) {
    return new Field(name, FieldType.INT);
  }

  public static Field int64(String name) {
    return new Field(name, FieldType.LONG);
  }

  public static Field decimal(String name) {
    return new Field(name, FieldType.DOUBLE);
  }

  public static Field map(String name) {
    return new Field(name, FieldType.MAP);
  }

  public static Field instant(String name) {
    return new Field(name, FieldType.TIMESTAMP);
  }
}
