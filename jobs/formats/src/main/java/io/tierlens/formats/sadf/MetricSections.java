package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells the section of a figure whose line has only its name. One name stands in several sections
 * ({@code retrans/s}): then it is of the section that the line before was of, if that has it.
 */
final class MetricSections {

  /** More sections than sysstat can have are of a file that is none of its exports. */
  private static final int MOST_SECTIONS = 4096;

  private static final String ALL_CPUS = "all";
  private static final Pattern ONE_CPU = Pattern.compile("cpu\\d+");
  private static final Object CPU_MODES = new Object();

  /** What {@code -p} writes before the numbers of items. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "CPU", "cpu", "TTY", "ttyS", "FAN", "fan", "TEMP", "temp", "IN", "in", "BUS", "bus",
          "BAT", "bat");

  private static final byte[] CPU = Ascii.bytes("cpu");
  private static final byte[] UPPER_CPU = Ascii.bytes("CPU");

  private final SampleRows rows;
  private final Map<Object, Section> sections = new HashMap<>();
  private Section current;

  MetricSections(SampleRows rows) {
    this.rows = rows;
  }

  /** A section between two restarts. */
  static final class Section {
    private final byte[] name;
    private final KnownSection known;
    private final byte[] prefix;
    private final SampleTimes times;
    private boolean commitSeen;
    private boolean entered;

    private Section(String name, KnownSection known, SampleTimes times) {
      this.name = Ascii.bytes(name);
      this.known = known;
      this.times = times;
      prefix = Ascii.bytes(known == null ? "" : PREFIXES.getOrDefault(name, ""));
    }

    byte[] name() {
      return name;
    }

    SampleTimes times() {
      return times;
    }

    /** Whether the last figure was the first of its section in a group of lines. */
    boolean isNew() {
      return entered;
    }

    /** A figure's name as sar prints it. */
    byte[] metric(byte[] printed) {
      boolean ofOneCpu =
          known != null
              && known.name().equals("INTR")
              && Ascii.startsWith(printed, 0, printed.length, CPU);
      if (!ofOneCpu) {
        return printed;
      }
      byte[] metric = Arrays.copyOf(printed, printed.length);
      System.arraycopy(UPPER_CPU, 0, metric, 0, UPPER_CPU.length);
      return metric;
    }

    /** Where the item as sar prints it begins: 0 for {@code ttyS0}. */
    int itemStart(byte[] text, int start, int end) {
      boolean prefixed =
          prefix.length > 0
              && Ascii.startsWith(text, start, end, prefix)
              && end > start + prefix.length
              && Ascii.isDigit(text[start + prefix.length]);
      return prefixed ? start + prefix.length : start;
    }

    private boolean goesOnWith(String metric) {
      if (known == null) {
        return KnownSection.of(metric, false) == null && KnownSection.of(metric, true) == null;
      }
      boolean swap = commitSeen && metric.startsWith("kbsw");
      return known.has(metric) && !swap;
    }
  }

  /** Forgets the times of all sections: another host's, or those behind a restart, follow. */
  void forget() {
    sections.clear();
    current = null;
  }

  /** The times of the CPUs' modes. */
  SampleTimes ofCpuModes() {
    current = section(CPU_MODES, "CPU", null);
    return current.times();
  }

  /**
   * The section of a figure.
   *
   * @param item whether the line has an item
   * @param sameGroup whether the line before had the same host, time and item
   */
  Section of(String metric, boolean item, boolean sameGroup) {
    Section before = sameGroup ? current : null;
    String column = item && ONE_CPU.matcher(metric).matches() ? ALL_CPUS : metric;
    if (before == null || !before.goesOnWith(column)) {
      KnownSection known = KnownSection.of(column, item);
      if (known != null || before == null) {
        current =
            known == null ? section(metric, metric, null) : section(known, known.name(), known);
      }
    }
    current.entered = current != before;
    current.commitSeen =
        metric.equals(KnownSection.COMMIT) || (current.commitSeen && !current.entered);
    return current;
  }

  private Section section(Object key, String name, KnownSection known) {
    Section found = sections.get(key);
    if (found == null) {
      found = new Section(name, known, rows.newTimes());
      if (sections.size() < MOST_SECTIONS) {
        sections.put(key, found);
      }
    }
    return found;
  }
}
