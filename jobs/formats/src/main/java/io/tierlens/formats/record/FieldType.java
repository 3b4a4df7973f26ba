package io.tierlens.formats.record;

/** What a field of a record holds. */
public enum FieldType {
  /** Valid UTF-8; bytes that are not are shown as {@code \xhh}. */
  TEXT,
  BOOLEAN,
  INT,
  LONG,
  DOUBLE,
  /** Microseconds since 1970-01-01T00:00:00Z. */
  TIMESTAMP,
  /** Texts by name; a name that the log does not tell is not in it. */
  MAP
}
