package io.tierlens.pipeline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes of log files this process has read so far, as they are stored. Where Spark runs
 * its tasks in other processes, what these read is not in it.
 */
public final class ReadBytes {

  private static final LongAdder TOTAL = new LongAdder();

  private ReadBytes() {}

  /** Returns the bytes since the process began. */
  public static long total() {
    return TOTAL.sum();
  }

  /** The same stream, of which every byte is counted. */
  public static InputStream counted(InputStream stored) {
    return new FilterInputStream(stored) {
      @Override
      public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
          TOTAL.increment();
        }
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
          TOTAL.add(read);
        }
        return read;
      }
    };
  }
}
