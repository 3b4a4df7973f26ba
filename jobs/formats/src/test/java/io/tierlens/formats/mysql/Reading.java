package io.tierlens.formats.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log read whole; that every line is accounted for is checked each time. */
record Reading(
    List<Map<String, Object>> rows,
    List<Reject> rejects,
    Account account,
    Observations observations) {

  static Reading of(String log) {
    return of(log.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE, 1 << 20);
  }

  static Reading of(String log, ReadOptions options) {
    return of(log.getBytes(StandardCharsets.UTF_8), options, 1 << 20);
  }

  static Reading of(byte[] log, ReadOptions options, int statementCap) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Account account = new Account(rejects::add);
    LineReader lines = new LineReader(new ByteArrayInputStream(log), 1 << 16);
    try (RecordReader reader = new SlowLogReader(lines, options, account, statementCap)) {
      while (reader.next()) {
        rows.add(row(reader.record()));
      }
      assertThat(reader.next()).isFalse();
      assertThat(account.lines()).isEqualTo(lines.number());
      assertThat(account.recordLines()).isEqualTo(rows.size());
      return new Reading(rows, rejects, account, reader.observations());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> row(LogRecord record) {
    Map<String, Object> row = new HashMap<>();
    row.put("line", record.line());
    List<Field> fields = record.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      boolean text = fields.get(i).type() == FieldType.TEXT;
      Object value = text ? record.textAt(i) : (Object) record.longAt(i);
      row.put(fields.get(i).name(), record.isNull(i) ? null : value);
    }
    return row;
  }

  /** The values of one column. */
  List<Object> column(String name) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(name)));
    return values;
  }

  List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }
}
