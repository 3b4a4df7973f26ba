package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.io.Serializable;

/**
 * A part of an input file that is read by one task.
 *
 * @param lineEnd what ends the file's lines; null where the slice is all of it
 */
public record FileSlice(InputFile file, Slice slice, LineEnd lineEnd) implements Serializable {

  private static final long serialVersionUID = 1;

  public FileSlice {
    requireNonNull(file, "file is null");
    requireNonNull(slice, "slice is null");
  }

  /** All of a file. */
  public static FileSlice whole(InputFile file) {
    return new FileSlice(file, Slice.WHOLE, null);
  }

  /** How many bytes of the file, as stored, are read. */
  public long bytes() {
    return Math.min(slice.end(), file.size()) - slice.start();
  }

  /**
   * Opens the slice for reading from its beginning.
   *
   * @param opened the file itself, as {@link HadoopLogFile#of} gives it
   * @param selection what of the records is wanted
   * @param account is told of every line
   * @throws IOException if the file cannot be read
   */
  public RecordReader open(LogFile opened, Selection selection, Account account)
      throws IOException {
    ReadOptions options = file.readOptions();
    RecordStart start = file.format().recordStart().orElse(RecordStart.EVERY_LINE);
    LineReader lines = LineReader.of(opened, slice, start, lineEnd, options.maxLineBytes());
    return file.format().open(lines, options, selection, account);
  }
}
