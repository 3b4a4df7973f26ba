package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What reading some bytes with a format gives. Making one already asserts what holds for any input:
 * every line is accounted for once, and every record has the fields that its table must have.
 *
 * @param rejects in the order in which they came
 * @param lines how many lines the bytes have
 */
public record Reading(
    List<Row> rows, List<Reject> rejects, Account account, Observations observations, long lines) {

  public static Reading of(LogFormat format, String text) {
    return of(format, ReadOptions.NONE, text);
  }

  public static Reading of(LogFormat format, ReadOptions options, String text) {
    return of(format, options, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads all the bytes, compressed or not. */
  public static Reading of(LogFormat format, ReadOptions options, byte[] stored) {
    return of(format, options, stored, LineReader.DEFAULT_MAX_LINE_BYTES);
  }

  public static Reading of(LogFormat format, ReadOptions options, byte[] stored, int maxLineBytes) {
    try {
      LineReader lines =
          new LineReader(Codec.decode(new ByteArrayInputStream(stored)), maxLineBytes);
      return of(format, options, lines, Selection.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all lines of a file or of a slice, and of their records what is wanted. */
  static Reading of(LogFormat format, ReadOptions options, LineReader lines, Selection selection) {
    List<Row> rows = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Account account = new Account(rejects::add);
    try (RecordReader reader = format.open(lines, options, selection, account)) {
      while (reader.next()) {
        rows.add(row(format, reader.record(), selection));
      }
      assertThat(reader.next()).as("the end is the end").isFalse();
      assertThat(account.lines()).as("lines accounted for").isEqualTo(lines.taken());
      for (Reject reject : rejects) {
        assertThat(reject.line()).isBetween(1L, lines.number());
        assertThat(reject.reason()).isNotBlank();
      }
      return new Reading(rows, rejects, account, reader.observations(), lines.taken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(LogFormat format, LogRecord record, Selection selection) {
    assertThat(format.recordTypes()).contains(record.type());
    Row row = Row.of(record);
    for (String column : Schema.of(record.type().table()).requiredOf(record.type())) {
      if (selection.wants(column)) {
        assertThat(row.get(column)).as(column).isNotNull();
      }
    }
    return row;
  }

  public static Head head(String text) {
    return head(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Head head(byte[] stored) {
    try {
      return Head.of(new MemoryFile(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the test resources, by its path from this package. */
  public static byte[] resource(String path) {
    try (InputStream stream = Reading.class.getResourceAsStream(path)) {
      assertThat(stream).as(path).isNotNull();
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #resource}, decoded. */
  public static String text(String path) {
    return new String(resource(path), StandardCharsets.UTF_8);
  }

  public List<Row> rows(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).toList();
  }

  /** The values of one field over all records, null where it is null. */
  public List<Object> all(String field) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(field)));
    return values;
  }

  public List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }

  /** Ignored lines by kind. */
  public Map<String, Long> ignored() {
    return account.ignoredByKind();
  }

  /** The only record; fails if there is another number of them or any reject. */
  public Row only() {
    assertThat(reasons()).isEmpty();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
