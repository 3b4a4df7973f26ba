package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;

/** A kind of log: how to recognise one, and how to read it. One entry of {@link LogFormats}. */
public interface LogFormat {

  /** The name in {@code run.yaml} and of the data source: {@code apache-access}. */
  String kind();

  /** The records that a file of this kind may hold; sar fills two tables. */
  List<RecordType> recordTypes();

  /** Whether a file that begins so is of this kind; empty if it cannot be. */
  Optional<Guess> sniff(Head head);

  /**
   * Completes the options of one file by those that its beginning decides, so that all parts of it
   * are read alike: the format of an access log. Stated ones stay.
   */
  default ReadOptions settle(Head head, ReadOptions stated) {
    return stated;
  }

  /**
   * At which lines a record may begin, whatever stands before them; there a file can be cut, and
   * its parts be read apart. Empty where a line's meaning depends on lines far before it: such a
   * file is read in one go, unless {@link #needsFirstPass a first pass} cuts it.
   */
  default Optional<RecordStart> recordStart() {
    return Optional.empty();
  }

  /**
   * Whether a first pass over a whole file must come before its records are read: it learns options
   * that only the whole file can tell, and finds where the file can be cut, with what the records
   * behind each cut must know of those before it.
   */
  default boolean needsFirstPass() {
    return false;
  }

  /**
   * Opens a file, or a part of one, for reading.
   *
   * @param lines stands before the first line; closed with the reader
   * @param selection what of the records is wanted
   * @param account is told of every line
   * @throws IllegalArgumentException if an option is wrong; the message says which and why
   */
  RecordReader open(LineReader lines, ReadOptions options, Selection selection, Account account);
}
