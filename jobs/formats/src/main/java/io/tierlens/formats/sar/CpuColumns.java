package io.tierlens.formats.sar;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.record.LogRecord;
import java.util.List;

/**
 * Which columns of a CPU section are which mode, brought to one form. sar prints two: the short
 * one, where %system holds interrupts and %user running guests, and that of {@code -u ALL}, where
 * %sys and %usr leave them to columns of their own.
 */
final class CpuColumns {
  private static final int ABSENT = -1;

  /** Percentages are added up as whole numbers of this many decimals, so sums are exact. */
  private static final int DECIMALS = 6;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final long ONE = POWERS[DECIMALS];
  private static final long HUNDRED = 100 * ONE;

  /** Digits before the point that a percentage may have; more would overflow in the sums. */
  private static final long MOST = 1_000_000_000L * ONE;

  private static final byte[] ALL = Ascii.bytes("all");
  private static final byte[] FORM_ALL = Ascii.bytes("all");
  private static final byte[] FORM_SHORT = Ascii.bytes("short");

  private static final int NOT_A_CPU = -2;

  private final List<String> names;
  private final int user;
  private final int nice;
  private final int system;
  private final int iowait;
  private final int steal;
  private final int idle;
  private final int irq;
  private final int soft;
  private final int guest;
  private final int guestNice;
  private final boolean splitSystem;
  private final boolean splitUser;

  private final Decimal decimal = new Decimal();
  private final long[] cells;

  private CpuColumns(List<String> names) {
    this.names = names;
    splitUser = names.contains("%usr");
    splitSystem = names.contains("%sys");
    user = names.indexOf(splitUser ? "%usr" : "%user");
    nice = names.indexOf("%nice");
    system = names.indexOf(splitSystem ? "%sys" : "%system");
    iowait = names.indexOf("%iowait");
    steal = names.indexOf("%steal");
    idle = names.indexOf("%idle");
    irq = names.indexOf("%irq");
    soft = names.indexOf("%soft");
    guest = names.indexOf("%guest");
    guestNice = names.indexOf("%gnice");
    cells = new long[names.size()];
  }

  /** The modes of a section, or null if the section is not about how CPUs were used. */
  static CpuColumns of(List<String> names) {
    CpuColumns columns = new CpuColumns(names);
    boolean utilisation =
        names.get(0).equals("CPU")
            && columns.user != ABSENT
            && columns.nice != ABSENT
            && columns.system != ABSENT
            && columns.idle != ABSENT;
    return utilisation ? columns : null;
  }

  /** Whether interrupts have columns of their own. */
  boolean isAllForm() {
    return splitSystem;
  }

  /**
   * Fills the modes of a row that has as many cells as there are columns; null if all could be
   * read, else what is wrong.
   */
  String fill(LogRecord row, Tokens tokens, int first) {
    int cpu = cpu(tokens, first);
    if (cpu == NOT_A_CPU) {
      return "column CPU holds neither a number nor all";
    }
    long sum = 0;
    long tolerance = 0;
    for (int i = 1; i < cells.length; i++) {
      int token = first + i;
      int end = tokens.last(token) == '%' ? tokens.end(token) - 1 : tokens.end(token);
      if (!decimal.read(tokens.text(), tokens.start(token), end)
          || !decimal.exact()
          || decimal.decimals() > DECIMALS) {
        return "column " + names.get(i) + " holds no percentage";
      }
      long scale = POWERS[DECIMALS - decimal.decimals()];
      long unscaled = decimal.unscaled();
      if (unscaled > MOST / scale || unscaled < -MOST / scale) {
        return "column " + names.get(i) + " holds no percentage";
      }
      cells[i] = unscaled * scale;
      if (names.get(i).charAt(0) == '%') {
        sum += cells[i];
        // Half of the last printed digit; in whole numbers of 7 decimals to keep the half.
        tolerance += scale * 5;
      }
    }
    row.setLong(CpuRecord.CPU, cpu);
    set(row, CpuRecord.USER, cells[user] + (splitUser ? cell(guest) : 0));
    set(row, CpuRecord.NICE, cells[nice] + cell(guestNice));
    set(row, CpuRecord.SYSTEM, cells[system] + (splitSystem ? cell(irq) + cell(soft) : 0));
    set(row, CpuRecord.IDLE, cells[idle]);
    setIfPresent(row, CpuRecord.IOWAIT, iowait);
    setIfPresent(row, CpuRecord.STEAL, steal);
    setIfPresent(row, CpuRecord.IRQ, irq);
    setIfPresent(row, CpuRecord.SOFT, soft);
    setIfPresent(row, CpuRecord.GUEST, guest);
    byte[] form = splitSystem ? FORM_ALL : FORM_SHORT;
    row.setText(CpuRecord.FORM, form, 0, form.length);
    row.setFlag(CpuRecord.SUMS_TO_100, Math.abs(sum - HUNDRED) * 10 <= tolerance);
    return null;
  }

  private static int cpu(Tokens tokens, int token) {
    if (tokens.equal(token, ALL)) {
      return -1;
    }
    if (tokens.length(token) > 6) {
      return NOT_A_CPU;
    }
    int cpu = 0;
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      byte b = tokens.text()[i];
      if (!Ascii.isDigit(b)) {
        return NOT_A_CPU;
      }
      cpu = cpu * 10 + (b - '0');
    }
    return cpu;
  }

  private long cell(int column) {
    return column == ABSENT ? 0 : cells[column];
  }

  private void setIfPresent(LogRecord row, int field, int column) {
    if (column != ABSENT) {
      set(row, field, cells[column]);
    }
  }

  private static void set(LogRecord row, int field, long scaled) {
    row.setDouble(field, scaled / (double) ONE);
  }
}
