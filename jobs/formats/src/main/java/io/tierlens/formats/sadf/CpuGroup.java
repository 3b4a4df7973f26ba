package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.sysstat.CpuColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The lines of {@code -p} that hold the modes of one CPU in one sample, as they come in. */
final class CpuGroup {
  private static final Set<String> MODES =
      Set.of(
          "%user",
          "%usr", "%nice", "%system", "%sys", "%iowait", "%steal", "%irq", "%soft", "%guest",
          "%gnice", "%idle");
  private static final String LAST_MODE = "%idle";
  private static final byte[] CPU = Ascii.bytes("cpu");

  private boolean open;
  private long firstLine;
  private long firstOffset;
  private byte[] firstRaw = {};
  private long lines;
  private String spoilt;

  private final List<String> names = new ArrayList<>();
  private byte[] values = new byte[256];
  private int[] ends = new int[MODES.size() + 1];
  private CpuColumns columns;

  static boolean isMode(String metric) {
    return !metric.isEmpty() && metric.charAt(0) == '%' && MODES.contains(metric);
  }

  /** Whether an item is a CPU: {@code all}, {@code cpu3}; old sar has such figures of processes. */
  static boolean isCpu(byte[] text, int start, int end) {
    boolean named =
        Ascii.equal(text, start, end, CpuItem.ALL) || Ascii.startsWith(text, start, end, CPU);
    return named && CpuItem.number(text, start, end) != CpuColumns.NOT_A_CPU;
  }

  /** Begins with the line that the reader stands on. */
  void begin(LineReader at) {
    open = true;
    firstLine = at.number();
    firstOffset = at.offset();
    firstRaw = Arrays.copyOfRange(at.buffer(), at.start(), at.end());
    lines = 0;
    spoilt = null;
    names.clear();
  }

  void add(String name, byte[] text, int start, int end) {
    lines++;
    if (names.contains(name)) {
      spoil("a mode of this CPU stands twice in one sample");
      return;
    }
    int from = names.isEmpty() ? 0 : ends[names.size() - 1];
    int length = end - start;
    if (values.length < from + length) {
      values = Arrays.copyOf(values, (from + length) * 2);
    }
    System.arraycopy(text, start, values, from, length);
    ends[names.size()] = from + length;
    names.add(name);
  }

  boolean isWhole(String lastName) {
    return lastName.equals(LAST_MODE);
  }

  /** Says why the group is no record; the first reason stays. */
  void spoil(String reason) {
    spoilt = spoilt == null ? reason : spoilt;
  }

  /** The columns with the cells of this group; null if they make up no CPU section. */
  CpuColumns columns() {
    if (columns == null || !columns.names().subList(1, columns.names().size()).equals(names)) {
      List<String> all = new ArrayList<>(names);
      all.add(0, "CPU");
      columns = CpuColumns.of(all);
    }
    if (columns == null) {
      spoil("modes of this CPU are missing");
      return null;
    }
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      String wrong = columns.read(i + 1, values, from, ends[i]);
      if (wrong != null) {
        spoil(wrong);
      }
      from = ends[i];
    }
    return columns;
  }

  /** Why the group is no record, or null. */
  String wrong() {
    return spoilt;
  }

  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  long firstLine() {
    return firstLine;
  }

  long firstOffset() {
    return firstOffset;
  }

  byte[] firstRaw() {
    return firstRaw;
  }

  long lines() {
    return lines;
  }
}
