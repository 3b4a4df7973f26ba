package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What comes of reading a file's beginning: it tells the kinds whose lines mean nothing alone.
 *
 * @param lines how many there are
 * @param fitting how many of them were not rejected
 * @param hasRecords whether any line gave a record
 * @param facts as the reader's observations
 */
public record TrialReading(
    long lines, long fitting, boolean hasRecords, Map<String, String> facts) {

  /** Reads the beginning of a file as if it were the whole of it. */
  public static TrialReading of(Head head, LogFormat format, ReadOptions options) {
    byte[] text =
        String.join("\n", head.lines()).concat("\n").getBytes(StandardCharsets.ISO_8859_1);
    Account account = new Account(reject -> {});
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    try (RecordReader reader = format.open(lines, options, Selection.ALL, account)) {
      while (reader.next()) {
        // The account counts.
      }
      return new TrialReading(
          account.lines(),
          account.lines() - account.rejectedLines(),
          account.recordLines() > 0,
          reader.observations().facts());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** The share of the lines that fit, from 0 to 100. */
  public int confidence() {
    return (int) (100 * fitting / lines);
  }

  /** One sentence for a person. */
  public String evidence() {
    return fitting + " of the first " + lines + " lines fit";
  }
}
