package io.tierlens.formats.esxtop;

import io.tierlens.formats.bytes.CsvLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one line. esxtop puts each cell in quotes; whether it doubles quotes that a
 * machine's name holds is not known, so where they do not match, a header is cut at what stands
 * between two cells. Reused.
 */
final class PdhLine {
  private static final String BETWEEN = "\",\"";

  private final CsvLine csv = new CsvLine();
  private List<String> cut;

  /** Reads a line; false if its quotes make no sense, and then there are no cells. */
  boolean read(byte[] text, int start, int end) {
    cut = null;
    return csv.read(text, start, end);
  }

  /** Reads a line whose quotes did not match as one that has quotes in its cells. */
  boolean readWithQuotes(byte[] text, int start, int end) {
    boolean quoted = end - start > 1 && text[start] == '"' && text[end - 1] == '"';
    if (!quoted) {
      return false;
    }
    String line = new String(text, start + 1, end - start - 2, StandardCharsets.ISO_8859_1);
    cut = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(BETWEEN); at >= 0; at = line.indexOf(BETWEEN, from)) {
      cut.add(line.substring(from, at));
      from = at + BETWEEN.length();
    }
    cut.add(line.substring(from));
    return true;
  }

  int count() {
    return cut == null ? csv.count() : cut.size();
  }

  /** Whether there are so many cells, or an empty one more, which is but a comma at the end. */
  boolean fits(int cells) {
    return count() == cells || (count() == cells + 1 && cell(cells).isEmpty());
  }

  String cell(int index) {
    return cut == null ? csv.cell(index) : cut.get(index);
  }
}
