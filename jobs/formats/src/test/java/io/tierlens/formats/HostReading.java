package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that one pass over a text gave, kept. */
public record HostReading(
    List<Row> rows, Account account, List<Reject> rejects, Observations observations, long lines) {

  /** A copy of a record; fields that are null are left out. */
  public record Row(String table, long line, Map<String, Object> values) {
    public long micros(String field) {
      return (Long) values.get(field);
    }

    public Double figure(String field) {
      return (Double) values.get(field);
    }

    public String text(String field) {
      return (String) values.get(field);
    }
  }

  public static HostReading of(LogFormat format, String text, ReadOptions options) {
    return of(format, text.getBytes(StandardCharsets.UTF_8), options);
  }

  public static HostReading of(LogFormat format, byte[] text, ReadOptions options) {
    List<Reject> rejects = new ArrayList<>();
    Account account = new Account(rejects::add);
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    List<Row> rows = new ArrayList<>();
    try (RecordReader reader = format.open(lines, options, account)) {
      while (reader.next()) {
        rows.add(copy(reader.record()));
      }
      return new HostReading(rows, account, rejects, reader.observations(), lines.number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row copy(LogRecord record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < record.type().fields().size(); i++) {
      if (!record.isNull(i)) {
        Field field = record.type().fields().get(i);
        values.put(
            field.name(),
            switch (field.type()) {
              case TEXT -> record.textAt(i);
              case BOOLEAN -> record.flagAt(i);
              case DOUBLE -> record.doubleAt(i);
              case INT, LONG, TIMESTAMP -> record.longAt(i);
            });
      }
    }
    return new Row(record.type().table(), record.line(), values);
  }

  /** Bytes of a file among the tests' resources. */
  public static byte[] resource(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Head head(String text) {
    return new Head("some.log", Arrays.asList(text.split("\n", -1)).stream().limit(200).toList());
  }

  public List<Row> rows(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).toList();
  }

  public List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }
}
