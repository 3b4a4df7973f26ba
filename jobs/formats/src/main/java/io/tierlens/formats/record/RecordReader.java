package io.tierlens.formats.record;

import io.tierlens.formats.bytes.Cut;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the records of one file, in an order that depends on the file alone. Lines that hold no
 * record go to the {@link Account} that the reader was opened with.
 */
public interface RecordReader extends Closeable {

  /**
   * Goes to the next record; false at the end, when every line of the file has been accounted for.
   */
  boolean next() throws IOException;

  /** The record, which is reused: read it before the next call of {@link #next()}. */
  LogRecord record();

  /**
   * Where the file can be cut behind the record; empty where the reader does not tell, or nothing
   * follows. Only readers of formats that {@link io.tierlens.formats.LogFormat#needsFirstPass need
   * a first pass} tell.
   */
  default Optional<Cut> cut() {
    return Optional.empty();
  }

  /** What the pass so far has told of the file. */
  default Observations observations() {
    return Observations.NONE;
  }
}
