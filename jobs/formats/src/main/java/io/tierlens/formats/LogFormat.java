package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
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
   * Opens a file for reading.
   *
   * @param lines stands before the first line; closed with the reader
   * @param account is told of every line
   * @throws IllegalArgumentException if an option is wrong; the message says which and why
   */
  RecordReader open(LineReader lines, ReadOptions options, Account account);
}
