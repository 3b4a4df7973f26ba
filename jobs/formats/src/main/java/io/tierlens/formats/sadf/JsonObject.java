package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.MetricRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of one object of a sample, as they come in, and then the records they make. */
final class JsonObject {
  private static final int MISSING = -1;

  /** No section of sar has so many columns, but that of interrupts on the largest machines. */
  private static final int MOST_FIGURES = 1 << 16;

  private final SampleRows rows;
  private final Decimal decimal = new Decimal();

  private JsonSection section;
  private long line;
  private final List<String> keys = new ArrayList<>();
  private byte[] text = new byte[1024];
  private int[] ends = new int[64];
  private boolean[] missing = new boolean[64];
  private byte[] item;
  private boolean itemIsSure;
  private boolean tooMany;

  private CpuColumns columns;
  private int next = MISSING;

  JsonObject(SampleRows rows) {
    this.rows = rows;
  }

  void begin(JsonSection of) {
    section = of;
    clear();
  }

  /** Forgets the members. */
  void clear() {
    keys.clear();
    item = null;
    itemIsSure = false;
    tooMany = false;
    line = 0;
    next = MISSING;
  }

  boolean hasFigures() {
    return !keys.isEmpty();
  }

  /** Whether anything was taken since it began. */
  boolean hasMembers() {
    return line > 0;
  }

  /** The line of its first member. */
  long line() {
    return line;
  }

  void string(long at, String key, String value) {
    touch(at);
    boolean sure = section.isItem(key);
    if (sure || (item == null && section.canHaveItem())) {
      setItem(value, sure);
    }
  }

  private void setItem(String value, boolean sure) {
    if (sure || !itemIsSure) {
      item = value.getBytes(StandardCharsets.UTF_8);
      itemIsSure = sure;
    }
  }

  void number(long at, String key, char[] value, int from, int length) {
    touch(at);
    if (section.isItem(key)) {
      setItem(new String(value, from, length), true);
      return;
    }
    if (keys.size() == MOST_FIGURES) {
      tooMany = true;
      return;
    }
    int start = add(key, length, false);
    for (int i = 0; i < length; i++) {
      text[start + i] = (byte) value[from + i];
    }
  }

  void nothing(long at, String key) {
    touch(at);
    if (keys.size() < MOST_FIGURES) {
      add(key, 0, true);
    }
  }

  private int add(String key, int length, boolean isMissing) {
    int index = keys.size();
    int start = start(index);
    if (ends.length == index) {
      ends = Arrays.copyOf(ends, index * 2);
      missing = Arrays.copyOf(missing, index * 2);
    }
    if (text.length < start + length) {
      text = Arrays.copyOf(text, (start + length) * 2);
    }
    keys.add(key);
    ends[index] = start + length;
    missing[index] = isMissing;
    return start;
  }

  private void touch(long at) {
    line = line == 0 ? at : line;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Readies the records of an object that has figures; null if it can, else what is wrong. */
  String finish() {
    if (tooMany) {
      return "the object has more figures than sysstat has columns";
    }
    if (isCpuModes()) {
      return readCpu();
    }
    next = 0;
    return null;
  }

  private boolean isCpuModes() {
    String name = section.name();
    return name.equals("cpu-load") || name.equals("cpu-load-all");
  }

  private String readCpu() {
    if (item == null || CpuItem.number(item, 0, item.length) == CpuColumns.NOT_A_CPU) {
      return "the object does not say which CPU it is about";
    }
    if (columns == null || !hasColumns()) {
      List<String> names = new ArrayList<>(List.of("CPU"));
      keys.forEach(key -> names.add("%" + key));
      columns = CpuColumns.of(names);
    }
    if (columns == null) {
      return "modes of this CPU are missing";
    }
    for (int i = 0; i < keys.size(); i++) {
      String wrong = columns.read(i + 1, text, start(i), ends[i]);
      if (wrong != null) {
        return wrong;
      }
    }
    rows.facts().recording().cpuSection(columns);
    next = 0;
    return null;
  }

  private boolean hasColumns() {
    List<String> names = columns.names();
    if (names.size() != keys.size() + 1) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      String name = names.get(i + 1);
      String key = keys.get(i);
      if (name.length() != key.length() + 1 || !name.endsWith(key)) {
        return false;
      }
    }
    return true;
  }

  /** The next record of an object that is ready, or null; none if nobody wants its time. */
  LogRecord next(SampleTimes times) {
    if (next == MISSING) {
      return null;
    }
    if (isCpuModes()) {
      long begin = line;
      int cpu = CpuItem.number(item, 0, item.length);
      clear();
      return rows.cpu(begin, times, columns, cpu);
    }
    while (next < keys.size() && rows.wantsMetrics(times)) {
      int index = next++;
      String key = keys.get(index);
      if (!section.isDouble(key, keys)) {
        return metric(times, key, index);
      }
    }
    clear();
    return null;
  }

  private LogRecord metric(SampleTimes times, String key, int index) {
    byte[] metric = section.metric(key);
    LogRecord record = rows.metric(line, times, section.section(metric), metric);
    if (item != null) {
      record.setText(MetricRecord.ITEM, item, 0, item.length);
    }
    if (!missing[index]) {
      record.setDouble(MetricRecord.VALUE, value(start(index), ends[index]));
    }
    return record;
  }

  /** JSON knows numbers that sadf never prints: with an exponent. */
  private double value(int start, int end) {
    return decimal.read(text, start, end)
        ? decimal.value()
        : Double.parseDouble(new String(text, start, end - start, StandardCharsets.US_ASCII));
  }
}
