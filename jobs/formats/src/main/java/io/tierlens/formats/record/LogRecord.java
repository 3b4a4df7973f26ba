package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record, reused from one to the next. Text is kept as a range of somebody's bytes, so what is
 * read here holds only until the reader goes on.
 */
public final class LogRecord {
  private final RecordType type;
  private final boolean[] wanted;
  private final boolean[] present;
  private final long[] numbers;
  private final byte[][] bytes;
  private final int[] starts;
  private final int[] ends;
  private final TextMap[] maps;
  private long line;

  public LogRecord(RecordType type) {
    this(type, Selection.ALL);
  }

  /** A record in which fields that nobody wants stay null, whatever they are set to. */
  public LogRecord(RecordType type, Selection selection) {
    this.type = requireNonNull(type, "type is null");
    int count = type.fields().size();
    wanted = new boolean[count];
    maps = new TextMap[count];
    for (int i = 0; i < count; i++) {
      wanted[i] = selection.wants(type.fields().get(i).name());
      maps[i] = type.fields().get(i).type() == FieldType.MAP ? new TextMap() : null;
    }
    present = new boolean[count];
    numbers = new long[count];
    bytes = new byte[count][];
    starts = new int[count];
    ends = new int[count];
  }

  public RecordType type() {
    return type;
  }

  /** Makes every field null; {@code line} is the record's first line, from 1. */
  public void clear(long line) {
    Arrays.fill(present, false);
    this.line = line;
  }

  /** The number of the record's first line, from 1. */
  public long line() {
    return line;
  }

  /** Whether it is worth the work to find a field's value. */
  public boolean wants(int field) {
    return wanted[field];
  }

  public boolean isNull(int field) {
    return !present[field];
  }

  public void setNull(int field) {
    present[field] = false;
  }

  /** For INT, LONG and TIMESTAMP (microseconds since the epoch, UTC). */
  public void setLong(int field, long value) {
    numbers[field] = value;
    present[field] = wanted[field];
  }

  public long longAt(int field) {
    return numbers[field];
  }

  public void setDouble(int field, double value) {
    setLong(field, Double.doubleToRawLongBits(value));
  }

  public double doubleAt(int field) {
    return Double.longBitsToDouble(numbers[field]);
  }

  public void setFlag(int field, boolean value) {
    setLong(field, value ? 1 : 0);
  }

  public boolean flagAt(int field) {
    return numbers[field] != 0;
  }

  /** Takes a range of bytes; it must stay as it is until the record is cleared. */
  public void setText(int field, byte[] source, int start, int end) {
    if (!wanted[field]) {
      return;
    }
    if (Utf8.isValid(source, start, end)) {
      bytes[field] = source;
      starts[field] = start;
      ends[field] = end;
    } else {
      bytes[field] = Utf8.escapeInvalid(source, start, end);
      starts[field] = 0;
      ends[field] = bytes[field].length;
    }
    present[field] = true;
  }

  public void setText(int field, String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    setText(field, encoded, 0, encoded.length);
  }

  /**
   * Puts a text into a map; the map is null until its first entry.
   *
   * @param key the entry's name in UTF-8, which must stay as it is for good
   */
  public void putText(int field, byte[] key, byte[] source, int start, int end) {
    if (!wanted[field]) {
      return;
    }
    if (!present[field]) {
      maps[field].clear();
      present[field] = true;
    }
    maps[field].put(key, source, start, end);
  }

  public TextMap mapAt(int field) {
    return maps[field];
  }

  public byte[] bytesAt(int field) {
    return bytes[field];
  }

  public int startAt(int field) {
    return starts[field];
  }

  public int endAt(int field) {
    return ends[field];
  }

  /** The text of a field, or null; for tests and cold paths. */
  public String textAt(int field) {
    if (isNull(field)) {
      return null;
    }
    return new String(
        bytes[field], starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  /** Field names and values, nulls left out; for tests and messages. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type.table()).append(" line ").append(line);
    for (int i = 0; i < present.length; i++) {
      if (present[i]) {
        Field field = type.fields().get(i);
        text.append(' ').append(field.name()).append('=');
        switch (field.type()) {
          case TEXT -> text.append(textAt(i));
          case BOOLEAN -> text.append(flagAt(i));
          case DOUBLE -> text.append(doubleAt(i));
          case INT, LONG, TIMESTAMP -> text.append(longAt(i));
          case MAP -> text.append(mapAt(i));
        }
      }
    }
    return text.toString();
  }
}
