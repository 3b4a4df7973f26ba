package io.tierlens.formats.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of comma-separated values: cells may stand in double quotes, which inside are doubled.
 * Cells are decoded as ISO 8859-1, so that {@link #bytes} gives back what was there. Reused.
 */
public final class CsvLine {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private static final String[] NONE = {};

  private String[] cells = NONE;

  /** Reads {@code [start, end)}; false if its quotes make no sense, and then there are no cells. */
  public boolean read(byte[] text, int start, int end) {
    cells = NONE;
    String line = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        return false;
      }
      String[] found = records.next().values();
      // A carriage return within the line ends a record for the parser.
      if (records.hasNext()) {
        return false;
      }
      cells = found;
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Empties the last cell, of a line that may have been cut within it. */
  public void dropLast() {
    cells[cells.length - 1] = "";
  }

  public int count() {
    return cells.length;
  }

  /** The text of a cell without its quotes. */
  public String cell(int index) {
    return cells[index];
  }

  /** The bytes of a text that comes from a cell, as they stood in the line. */
  public static byte[] bytes(String cell) {
    return cell.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A cell's text decoded as UTF-8; for names of columns and for facts. */
  public static String decoded(String cell) {
    return new String(bytes(cell), StandardCharsets.UTF_8);
  }
}
