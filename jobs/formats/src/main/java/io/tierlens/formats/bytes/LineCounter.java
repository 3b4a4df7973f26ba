package io.tierlens.formats.bytes;

import java.io.IOException;
import java.io.InputStream;

/** Counts the lines that begin among bytes which are given to it in their order. */
public final class LineCounter {
  private static final int BUFFER_BYTES = 1 << 18;

  private final byte lineEnd;
  private boolean lineBegins;
  private long lines;

  /**
   * A counter that has seen nothing yet.
   *
   * @param lineBegins whether the first byte that it is given begins a line: it is the file's
   *     first, or stands behind a line's end
   */
  public LineCounter(LineEnd lineEnd, boolean lineBegins) {
    this.lineEnd = lineEnd.last();
    this.lineBegins = lineBegins;
  }

  /** Takes the next bytes. */
  public void add(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      lines += lineBegins ? 1 : 0;
      lineBegins = bytes[i] == lineEnd;
    }
  }

  /** How many lines have begun. */
  public long lines() {
    return lines;
  }

  /** How many lines of a file that is not compressed begin in a range of its bytes. */
  public static long count(LogFile file, long start, long end, LineEnd lineEnd) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stored = file.open(Math.max(0, start - 1))) {
      boolean begins = start == 0 || (byte) stored.read() == lineEnd.last();
      LineCounter counter = new LineCounter(lineEnd, begins);
      long left = end - start;
      int read;
      while (left > 0 && (read = stored.read(buffer, 0, (int) Math.min(left, buffer.length))) > 0) {
        counter.add(buffer, 0, read);
        left -= read;
      }
      return counter.lines();
    }
  }
}
