package io.tierlens.formats.bytes;

import java.io.IOException;

/** What ends the lines of a file. */
public enum LineEnd {
  /** A line feed, with or without a carriage return before it; a lone carriage return is text. */
  LINE_FEED,
  /** A carriage return, as on old Macintoshes. */
  CARRIAGE_RETURN;

  /**
   * How far a file's beginning is searched for a line feed before its carriage returns are taken
   * for ends of lines. Too few: a long first statement with carriage returns in it decides for all.
   */
  static final int SEARCHED_BYTES = 1 << 20;

  /**
   * What ends the lines of a text that begins with these bytes.
   *
   * @param text at least {@link #SEARCHED_BYTES} bytes, or all that there are, or bytes with a line
   *     feed
   */
  static LineEnd of(byte[] text, int start, int end) {
    int from = start;
    int to = Math.min(end, start + SEARCHED_BYTES);
    boolean returns = false;
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        return LINE_FEED;
      }
      returns |= text[i] == '\r';
    }
    return returns ? CARRIAGE_RETURN : LINE_FEED;
  }

  /** What ends the lines of a file; its beginning is read. */
  public static LineEnd of(LogFile file) throws IOException {
    try (LineReader lines = new LineReader(Codec.decode(file.open(0)))) {
      lines.next();
      return lines.lineEnd();
    }
  }

  /** The last byte of a line with its end. */
  public byte last() {
    return (byte) (this == LINE_FEED ? '\n' : '\r');
  }
}
