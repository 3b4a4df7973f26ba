package io.tierlens.formats.apptiming;

import io.tierlens.formats.bytes.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The line that names the columns of the lines below it. */
final class TimingHeader {
  private static final byte[] START = Ascii.bytes("start");
  private static final byte[] DURATION = Ascii.bytes("duration_us");

  private final byte[] text;
  private final TimingColumn[] columns;
  private final byte[][] names;

  private TimingHeader(byte[] text, List<String> names) {
    this.text = text;
    this.columns = names.stream().map(TimingColumn::of).toArray(TimingColumn[]::new);
    this.names =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** Whether a line names columns: both that must be there are among its fields. */
  static boolean isHeader(byte[] line, int start, int end) {
    boolean hasStart = false;
    boolean hasDuration = false;
    int from = start;
    while (from <= end) {
      int to = Ascii.until(line, from, end, '\t');
      hasStart |= Ascii.equal(line, from, to, START);
      hasDuration |= Ascii.equal(line, from, to, DURATION);
      from = to + 1;
    }
    return hasStart && hasDuration;
  }

  /** Reads a line that {@link #isHeader}. */
  static TimingHeader of(byte[] line, int start, int end) {
    byte[] text = Arrays.copyOfRange(line, start, end);
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from <= text.length) {
      int to = Ascii.until(text, from, text.length, '\t');
      names.add(new String(text, from, to - from, StandardCharsets.UTF_8));
      from = to + 1;
    }
    return new TimingHeader(text, names);
  }

  /** What is wrong with the names, or null. */
  String fault() {
    for (int i = 0; i < names.length; i++) {
      if (names[i].length == 0) {
        return "column " + (i + 1) + " has no name";
      }
      for (int k = 0; k < i; k++) {
        if (Arrays.equals(names[i], names[k])) {
          return "columns " + (k + 1) + " and " + (i + 1) + " have the same name";
        }
      }
    }
    return null;
  }

  /** Whether the line is this header again. */
  boolean is(byte[] line, int start, int end) {
    return Ascii.equal(line, start, end, text);
  }

  int count() {
    return columns.length;
  }

  TimingColumn column(int field) {
    return columns[field];
  }

  /** The column's name in UTF-8; do not change it. */
  byte[] name(int field) {
    return names[field];
  }
}
