package io.tierlens.pipeline.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns Java records into rows of a table and back, by name: component {@code meanUs} is column
 * {@code mean_us}. A name that has no partner is an error, so records and schemas cannot drift
 * apart. Instants may be {@link Instant} or a {@code long} of microseconds since the epoch.
 */
public final class RowRecords {

  private RowRecords() {}

  /** The records as rows of a table, every column of it filled. */
  public static <T extends Record> Dataset<Row> rows(
      SparkSession spark, String table, Class<T> type, List<T> records) {
    StructType schema = TableSchema.of(table);
    requireSameNames(schema, type, table);
    List<Row> rows = records.stream().map(record -> row(schema, record)).toList();
    return spark.createDataFrame(rows, schema).coalesce(1);
  }

  /** The columns that a record's components are, in their order. */
  public static List<String> columns(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RowRecords::column).toList();
  }

  /** Rows as records; columns that the record does not have are left out. */
  public static <T extends Record> List<T> records(Dataset<Row> rows, Class<T> type) {
    return records(rows, type, Map.of());
  }

  /**
   * Rows as records.
   *
   * @param constants values of components that are no columns, by the component's name
   */
  public static <T extends Record> List<T> records(
      Dataset<Row> rows, Class<T> type, Map<String, ?> constants) {
    return selected(rows, type, constants).collectAsList().stream()
        .map(row -> record(row, type, constants))
        .toList();
  }

  /** Rows as records, of which one partition is here at a time; in the order of the rows. */
  public static <T extends Record> Iterator<T> iterator(Dataset<Row> rows, Class<T> type) {
    Iterator<Row> all = selected(rows, type, Map.of()).toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        return record(all.next(), type, Map.of());
      }
    };
  }

  private static Dataset<Row> selected(
      Dataset<Row> rows, Class<? extends Record> type, Map<String, ?> constants) {
    return rows.select(
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !constants.containsKey(component.getName()))
            .map(component -> org.apache.spark.sql.functions.col(column(component)))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static void requireSameNames(
      StructType schema, Class<? extends Record> type, String table) {
    List<String> columns = Arrays.asList(schema.fieldNames());
    List<String> components = columns(type);
    if (!columns.containsAll(components) || !components.containsAll(columns)) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " " + components + " does not fit table " + table + " " + columns);
    }
  }

  private static Row row(StructType schema, Record record) {
    Map<String, RecordComponent> components = new HashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.put(column(component), component);
    }
    Object[] values = new Object[schema.size()];
    for (int i = 0; i < values.length; i++) {
      StructField field = schema.fields()[i];
      values[i] = toSpark(value(record, components.get(field.name())), field);
    }
    return RowFactory.create(values);
  }

  private static Object toSpark(Object value, StructField field) {
    if (value instanceof Long micros && field.dataType().equals(DataTypes.TimestampType)) {
      return Instants.ofMicros(micros);
    }
    if (value instanceof List<?> list && field.dataType() instanceof ArrayType) {
      return list.toArray();
    }
    return value;
  }

  private static <T extends Record> T record(Row row, Class<T> type, Map<String, ?> constants) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      values[i] =
          constants.containsKey(component.getName())
              ? constants.get(component.getName())
              : toJava(row.get(row.fieldIndex(column(component))), component.getGenericType());
    }
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName() + " of " + row, e);
    }
  }

  private static Object toJava(Object value, Type type) {
    if (value instanceof Instant instant && (type == long.class || type == Long.class)) {
      return Instants.micros(instant);
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
      List<Object> list = new ArrayList<>();
      scala.jdk.javaapi.CollectionConverters.asJava(seq)
          .forEach(item -> list.add(toJava(item, element)));
      return list;
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return new TreeMap<>(scala.jdk.javaapi.CollectionConverters.asJava(map));
    }
    if (value instanceof Row row && type instanceof Class<?> record && record.isRecord()) {
      return record(row, record.asSubclass(Record.class), Map.of());
    }
    return value;
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + record, e);
    }
  }

  private static String column(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
