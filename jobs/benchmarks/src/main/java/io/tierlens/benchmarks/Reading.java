package io.tierlens.benchmarks;

import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Reads a log in memory with one of our readers, and looks at every value that it gives. */
final class Reading {

  private Reading() {}

  static void read(
      String kind, ReadOptions options, Selection selection, byte[] log, Blackhole sink)
      throws IOException {
    Account account = new Account(sink::consume);
    LineReader lines = new LineReader(new ByteArrayInputStream(log));
    try (RecordReader reader =
        LogFormats.ofKind(kind).orElseThrow().open(lines, options, selection, account)) {
      while (reader.next()) {
        consume(reader.record(), sink);
      }
    }
    sink.consume(account.lines());
  }

  private static void consume(LogRecord record, Blackhole sink) {
    List<Field> fields = record.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (record.isNull(i)) {
        continue;
      }
      FieldType type = fields.get(i).type();
      if (type == FieldType.TEXT) {
        sink.consume(record.bytesAt(i));
        sink.consume(record.endAt(i) - record.startAt(i));
      } else if (type == FieldType.MAP) {
        sink.consume(record.mapAt(i).size());
      } else {
        sink.consume(record.longAt(i));
      }
    }
  }
}
