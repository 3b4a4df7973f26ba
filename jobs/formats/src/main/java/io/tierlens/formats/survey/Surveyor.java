package io.tierlens.formats.survey;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a file without keeping its records, and tells what it is. */
public final class Surveyor {

  /** Fields of which it matters whether a log has them: what it times, and what joins it. */
  public static final List<String> COUNTED_FIELDS =
      List.of("duration_us", "pid", "session", "request_id", "peer", "thread_id");

  private Surveyor() {}

  /**
   * Surveys one file from end to end.
   *
   * @param rejects is given each reject as it is found
   * @throws IOException if the file cannot be read
   */
  public static FileSurvey survey(
      LogFile file, LogFormat format, ReadOptions options, Consumer<Reject> rejects)
      throws IOException {
    return survey(file, format, options, Cuts.none(), rejects);
  }

  /**
   * Surveys one file from end to end, and finds where it can be cut.
   *
   * @param cuts is told of every record
   * @param rejects is given each reject as it is found
   * @throws IOException if the file cannot be read
   */
  public static FileSurvey survey(
      LogFile file, LogFormat format, ReadOptions options, Cuts cuts, Consumer<Reject> rejects)
      throws IOException {
    boolean plain = Codec.of(file) == Codec.PLAIN;
    try (InputStream opened = file.open(0)) {
      DigestingStream stored = new DigestingStream(opened);
      DigestingStream text = plain ? stored : new DigestingStream(Codec.decode(stored));
      LineReader lines =
          new LineReader(plain ? Codec.decode(stored) : text, options.maxLineBytes());
      PartSurvey all;
      Account account = new Account(rejects);
      try (RecordReader reader = format.open(lines, options, wanted(format), account)) {
        all = read(reader, lines, account, cuts);
        cuts.end(lines);
        // A broken stream leaves bytes behind; they belong to the file all the same.
        stored.drain();
      }
      String sha256 = stored.sha256();
      FileDigest digest = new FileDigest(stored.count(), sha256, plain ? sha256 : text.sha256());
      return new FileSurvey(format.kind(), digest, all);
    }
  }

  /**
   * Surveys the records that begin in a slice of a file.
   *
   * @param lineEnd of the file
   * @param rejects is given each reject as it is found
   * @throws IOException if the file cannot be read
   */
  public static PartSurvey survey(
      LogFile file,
      Slice slice,
      LineEnd lineEnd,
      LogFormat format,
      ReadOptions options,
      Consumer<Reject> rejects)
      throws IOException {
    RecordStart start = format.recordStart().orElseThrow();
    LineReader lines = LineReader.of(file, slice, start, lineEnd, options.maxLineBytes());
    Account account = new Account(rejects);
    try (RecordReader reader = format.open(lines, options, wanted(format), account)) {
      return read(reader, lines, account, Cuts.none());
    }
  }

  private static PartSurvey read(RecordReader reader, LineReader lines, Account account, Cuts cuts)
      throws IOException {
    Tally tally = new Tally();
    while (reader.next()) {
      tally.add(reader.record());
      cuts.after(reader, lines);
    }
    return PartSurvey.of(lines.taken(), account, tally, reader.observations());
  }

  private static Selection wanted(LogFormat format) {
    Set<String> fields = new HashSet<>(COUNTED_FIELDS);
    for (RecordType type : format.recordTypes()) {
      fields.addAll(Tally.timeFields(type));
    }
    return Selection.of(fields);
  }
}
