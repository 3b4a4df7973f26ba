package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.ByteSearch;
import io.tierlens.formats.bytes.LineReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A line cut into cells by Commons CSV. One parser lives as long as the file: it is shown line by
 * line, one character a byte, so that what it finds can be taken from the line's own bytes.
 */
final class Cells {
  private static final int INITIAL_CELLS = 64;

  private final LineView view = new LineView();
  private final Iterator<CSVRecord> parsed;
  private CSVRecord record;
  private byte[] text = {};
  private int[] starts = new int[INITIAL_CELLS];
  private int count;

  Cells(char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote(null)
            .setIgnoreEmptyLines(false)
            .get();
    try {
      parsed = CSVParser.builder().setReader(view).setFormat(format).get().iterator();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /**
   * Cuts the line that the reader stands on, up to {@code end}; false if a carriage return, which
   * would end the record, is within it.
   */
  boolean split(LineReader lines, int end) {
    text = lines.buffer();
    if (ByteSearch.indexOf((byte) '\r', text, lines.start(), end) >= 0) {
      return false;
    }
    view.show(text, lines.start(), end);
    record = parsed.next();
    count = record.size();
    if (starts.length <= count) {
      starts = new int[count * 2];
    }
    int at = lines.start();
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      at += record.get(i).length() + 1;
    }
    starts[count] = at;
    return true;
  }

  int count() {
    return count;
  }

  byte[] text() {
    return text;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return starts[cell + 1] - 1;
  }

  boolean isEmpty(int cell) {
    return start(cell) == end(cell);
  }

  /** The cell, one character a byte. */
  String string(int cell) {
    return record.get(cell);
  }

  byte[] copy(int cell) {
    return Arrays.copyOfRange(text, start(cell), end(cell));
  }

  /** One line and its end, as characters. */
  private static final class LineView extends Reader {
    private byte[] bytes = {};
    private int position;
    private int end;
    private boolean endOfLineDue;

    void show(byte[] line, int from, int to) {
      bytes = line;
      position = from;
      end = to;
      endOfLineDue = true;
    }

    @Override
    public int read(char[] into, int offset, int length) {
      int given = Math.min(length, end - position);
      for (int i = 0; i < given; i++) {
        into[offset + i] = (char) (bytes[position + i] & 0xff);
      }
      position += given;
      if (given < length && endOfLineDue) {
        into[offset + given] = '\n';
        given++;
        endOfLineDue = false;
      }
      return given > 0 ? given : -1;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
