package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading some bytes with a format gives. Making one already asserts what holds for any input:
 * every line is accounted for once, and every record has the fields that its table must have.
 *
 * @param records one map each, nulls left out, with its table and first line beside
 * @param rejects in the order in which they came
 * @param ignored ignored lines by kind
 * @param lines how many lines the bytes have
 */
public record Reading(
    List<Map<String, Object>> records,
    List<Reject> rejects,
    Map<String, Long> ignored,
    Account account,
    Observations observations,
    long lines) {

  public static Reading of(LogFormat format, String text) {
    return of(format, ReadOptions.NONE, text);
  }

  public static Reading of(LogFormat format, ReadOptions options, String text) {
    return of(format, options, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads all the bytes, compressed or not, and asserts conservation. */
  public static Reading of(LogFormat format, ReadOptions options, byte[] stored) {
    List<Map<String, Object>> records = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Account account = new Account(rejects::add);
    LineReader lines = lines(stored);
    try (RecordReader reader = format.open(lines, options, account)) {
      while (reader.next()) {
        records.add(copy(format, reader.record()));
      }
      assertThat(reader.next()).as("the end is the end").isFalse();
      assertThat(account.lines()).as("lines accounted for").isEqualTo(lines.number());
      for (Reject reject : rejects) {
        assertThat(reject.line()).isBetween(1L, lines.number());
        assertThat(reject.reason()).isNotBlank();
      }
      return new Reading(
          records,
          rejects,
          account.ignoredByKind(),
          account,
          reader.observations(),
          lines.number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first guess of a format at the file's beginning. */
  public static Optional<Guess> guess(LogFormat format, byte[] stored) {
    return format.sniff(head(stored));
  }

  public static Head head(byte[] stored) {
    try {
      return Head.of(
          new LogFile() {
            @Override
            public String name() {
              return "some.log";
            }

            @Override
            public long size() {
              return stored.length;
            }

            @Override
            public InputStream open() {
              return new ByteArrayInputStream(stored);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the test resources. */
  public static byte[] resource(String path) {
    try (InputStream stream = Reading.class.getResourceAsStream(path)) {
      assertThat(stream).as(path).isNotNull();
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LineReader lines(byte[] stored) {
    try {
      return new LineReader(Codec.decode(new ByteArrayInputStream(stored)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> copy(LogFormat format, LogRecord record) {
    assertThat(format.recordTypes()).contains(record.type());
    Map<String, Object> copy = new LinkedHashMap<>();
    copy.put("table", record.type().table());
    copy.put("line", record.line());
    List<Field> fields = record.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (!record.isNull(i)) {
        copy.put(fields.get(i).name(), value(record, i, fields.get(i)));
      }
    }
    assertThat(copy.keySet())
        .containsAll(Schema.of(record.type().table()).requiredOf(record.type()));
    return Collections.unmodifiableMap(copy);
  }

  private static Object value(LogRecord record, int index, Field field) {
    return switch (field.type()) {
      case TEXT -> record.textAt(index);
      case BOOLEAN -> record.flagAt(index);
      case INT -> (int) record.longAt(index);
      case LONG, TIMESTAMP -> record.longAt(index);
      case DOUBLE -> record.doubleAt(index);
    };
  }

  /** The values of one field over all records, null where it is null. */
  public List<Object> all(String field) {
    return records.stream().map(record -> record.get(field)).toList();
  }

  public List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }

  /** The only record; fails if there is another number of them or any reject. */
  public Map<String, Object> only() {
    assertThat(reasons()).isEmpty();
    assertThat(records).hasSize(1);
    return records.get(0);
  }
}
