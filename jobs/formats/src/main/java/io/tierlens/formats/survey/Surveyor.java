package io.tierlens.formats.survey;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.FieldType;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads a file from end to end without keeping its records, and tells what it is. */
public final class Surveyor {

  private Surveyor() {}

  /**
   * Surveys one file.
   *
   * @param rejects is given each reject as it is found
   * @throws IOException if the file cannot be read
   */
  public static FileSurvey survey(
      LogFile file, LogFormat format, ReadOptions options, Consumer<Reject> rejects)
      throws IOException {
    try (InputStream opened = file.open()) {
      DigestingStream stored = new DigestingStream(opened);
      DigestingStream text = new DigestingStream(Codec.decode(stored));
      Account account = new Account(rejects);
      LineReader lines = new LineReader(text);
      Tally tally = new Tally();
      Observations observations;
      try (RecordReader reader = format.open(lines, options, account)) {
        while (reader.next()) {
          tally.add(reader.record());
        }
        observations = reader.observations();
        // A broken stream leaves bytes behind; they belong to the file all the same.
        stored.drain();
      }
      return new FileSurvey(
          format.kind(),
          stored.count(),
          lines.number(),
          tally.rows,
          account.recordLines(),
          account.continuationLines(),
          account.ignoredLines(),
          account.rejectedLines(),
          account.ignoredByKind(),
          tally.first,
          tally.last,
          stored.sha256(),
          text.sha256(),
          observations.facts(),
          observations.learned());
    }
  }

  private static final class Tally {
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<RecordType, Integer> timeFields = new HashMap<>();
    private Long first;
    private Long last;

    void add(LogRecord record) {
      rows.merge(record.type().table(), 1L, Long::sum);
      int field = timeFields.computeIfAbsent(record.type(), Tally::timeField);
      if (field >= 0 && !record.isNull(field)) {
        long time = record.longAt(field);
        first = first == null ? time : Math.min(first, time);
        last = last == null ? time : Math.max(last, time);
      }
    }

    /** An interval's end, which every sample has; else the first instant of the record. */
    private static int timeField(RecordType type) {
      int end = type.indexOrAbsent("interval_end");
      if (end >= 0) {
        return end;
      }
      for (Field field : type.fields()) {
        if (field.type() == FieldType.TIMESTAMP) {
          return type.index(field.name());
        }
      }
      return -1;
    }
  }
}
