package io.tierlens.pipeline.source;

import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.TextMap;
import io.tierlens.pipeline.run.InputFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.BinaryView;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * Spark's view of the reader's current record: nothing is copied until Spark asks for a value. To
 * the record's own fields it adds what the file as a whole gives: host, file, line and the key.
 */
final class RecordRow extends InternalRow {

  private static final long serialVersionUID = 1;

  /** The field that names a record's machine as the log does. */
  static final String MACHINE = "host_name";

  // Where a column comes from, if not from a field of the record (which is 0 or more).
  private static final int ABSENT = -1;
  private static final int HOST = -2;
  private static final int FILE = -3;
  private static final int LINE = -4;
  private static final int KEY = -5;
  private static final int URI = -6;

  private final DataType[] types;
  private final int[] origins;
  private final InputFile input;
  private final int machine;
  private final UTF8String host;
  private final UTF8String file;
  private final UTF8String uri;
  private final transient RowKey key;
  private final transient Map<UTF8String, UTF8String> hosts = new HashMap<>();
  private transient LogRecord record;

  RecordRow(StructType wanted, RecordType type, InputFile input) {
    this.input = input;
    this.machine = input.namedHosts().isEmpty() ? ABSENT : type.indexOrAbsent(MACHINE);
    this.host = UTF8String.fromString(input.host());
    this.file = UTF8String.fromString(input.name());
    this.uri = UTF8String.fromString(input.uri());
    this.key = new RowKey(input.host(), input.name());
    StructField[] fields = wanted.fields();
    types = new DataType[fields.length];
    origins = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      types[i] = fields[i].dataType();
      origins[i] = origin(fields[i].name(), type);
    }
  }

  private static int origin(String column, RecordType type) {
    return switch (column) {
      case "host" -> HOST;
      case "file" -> FILE;
      case "line", LogTable.LINE -> LINE;
      case LogTable.FILE -> URI;
      case "request_key", "event_key", "query_key" -> KEY;
      default -> {
        int field = type.indexOrAbsent(column);
        yield field >= 0 ? field : ABSENT;
      }
    };
  }

  void show(LogRecord current) {
    record = current;
  }

  @Override
  public int numFields() {
    return origins.length;
  }

  @Override
  public boolean isNullAt(int ordinal) {
    int origin = origins[ordinal];
    return origin == ABSENT
        || (origin == HOST && host == null)
        || (origin >= 0 && record.isNull(origin));
  }

  @Override
  public boolean getBoolean(int ordinal) {
    return record.flagAt(origins[ordinal]);
  }

  @Override
  public int getInt(int ordinal) {
    return Math.toIntExact(record.longAt(origins[ordinal]));
  }

  @Override
  public long getLong(int ordinal) {
    return switch (origins[ordinal]) {
      case LINE -> record.line();
      case KEY -> key.of(record.line());
      default -> record.longAt(origins[ordinal]);
    };
  }

  @Override
  public double getDouble(int ordinal) {
    return record.doubleAt(origins[ordinal]);
  }

  @Override
  public UTF8String getUTF8String(int ordinal) {
    int origin = origins[ordinal];
    return switch (origin) {
      case HOST -> host();
      case FILE -> file;
      case URI -> uri;
      default -> text(origin);
    };
  }

  /** Where nobody states whose log it is, that of the machine that the record names. */
  private UTF8String host() {
    return machine == ABSENT || record.isNull(machine)
        ? host
        : hosts.computeIfAbsent(
            text(machine).copy(), name -> UTF8String.fromString(input.hostOf(name.toString())));
  }

  private UTF8String text(int field) {
    return UTF8String.fromBytes(
        record.bytesAt(field), record.startAt(field), record.endAt(field) - record.startAt(field));
  }

  @Override
  public MapData getMap(int ordinal) {
    TextMap map = record.mapAt(origins[ordinal]);
    Object[] keys = new Object[map.size()];
    Object[] values = new Object[map.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = UTF8String.fromBytes(map.key(i));
      values[i] = UTF8String.fromBytes(map.bytes(i), map.start(i), map.end(i) - map.start(i));
    }
    return new ArrayBasedMapData(new GenericArrayData(keys), new GenericArrayData(values));
  }

  @Override
  public Object get(int ordinal, DataType type) {
    if (isNullAt(ordinal)) {
      return null;
    }
    if (type.equals(DataTypes.StringType)) {
      return getUTF8String(ordinal);
    }
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.TimestampType)) {
      return getLong(ordinal);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return getInt(ordinal);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return getDouble(ordinal);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return getBoolean(ordinal);
    }
    if (type instanceof MapType) {
      return getMap(ordinal);
    }
    throw unsupported(type.simpleString());
  }

  @Override
  public InternalRow copy() {
    Object[] values = new Object[origins.length];
    for (int i = 0; i < values.length; i++) {
      Object value = get(i, types[i]);
      values[i] = copy(value);
    }
    return new GenericInternalRow(values);
  }

  private static Object copy(Object value) {
    if (value instanceof UTF8String text) {
      return text.copy();
    }
    return value instanceof MapData map ? map.copy() : value;
  }

  @Override
  public String toString() {
    return record == null ? Arrays.toString(origins) : record.toString();
  }

  // No table of the lake has a column of the types below, and rows are never changed in place.

  @Override
  public void setNullAt(int ordinal) {
    throw unsupported("change");
  }

  @Override
  public void update(int ordinal, Object value) {
    throw unsupported("change");
  }

  @Override
  public byte getByte(int ordinal) {
    throw unsupported("byte");
  }

  @Override
  public short getShort(int ordinal) {
    throw unsupported("short");
  }

  @Override
  public float getFloat(int ordinal) {
    throw unsupported("float");
  }

  @Override
  public Decimal getDecimal(int ordinal, int precision, int scale) {
    throw unsupported("decimal");
  }

  @Override
  public byte[] getBinary(int ordinal) {
    throw unsupported("binary");
  }

  @Override
  public BinaryView getBinaryView(int ordinal) {
    throw unsupported("binary");
  }

  @Override
  public CalendarInterval getInterval(int ordinal) {
    throw unsupported("interval");
  }

  @Override
  public VariantVal getVariant(int ordinal) {
    throw unsupported("variant");
  }

  @Override
  public InternalRow getStruct(int ordinal, int numFields) {
    throw unsupported("struct");
  }

  @Override
  public ArrayData getArray(int ordinal) {
    throw unsupported("array");
  }

  private static UnsupportedOperationException unsupported(String what) {
    return new UnsupportedOperationException("records of logs have no " + what);
  }
}
