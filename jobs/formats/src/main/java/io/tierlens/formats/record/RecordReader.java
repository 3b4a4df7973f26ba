package io.tierlens.formats.record;

import java.io.Closeable;
import java.io.IOException;

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

  /** What the pass so far has told of the file. */
  default Observations observations() {
    return Observations.NONE;
  }
}
