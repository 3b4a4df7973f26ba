package io.tierlens.formats.sysstat;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.record.LogRecord;
import java.util.List;

/**
 * Which columns of a CPU section are which mode, brought to one form. There are two: the short one,
 * where %system holds interrupts and %user running guests, and that of {@code -u ALL}, where %sys
 * and %usr leave them to columns of their own.
 *
 * <p>A row is taken by {@link #read reading} each of its cells but the first, and then {@link
 * #fill}.
 */
public final class CpuColumns {

  /** The number of a row that is about all CPUs together. */
  public static final int ALL = -1;

  /** What {@link #cpu} gives for text that names no CPU. */
  public static final int NOT_A_CPU = -2;

  private static final int ABSENT = -1;

  /** Percentages are added up as whole numbers of this many decimals, so sums are exact. */
  private static final int DECIMALS = 6;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final long ONE = POWERS[DECIMALS];
  private static final long HUNDRED = 100 * ONE;

  /** Digits before the point that a percentage may have; more would overflow in the sums. */
  private static final long MOST = 1_000_000_000L * ONE;

  private static final byte[] ALL_CPUS = Ascii.bytes("all");
  private static final byte[] ALL_ZERO = Ascii.bytes("all zero");
  private static final byte[] STEAL_100 = Ascii.bytes("steal 100");
  private static final byte[] FORM_ALL = Ascii.bytes("all");
  private static final byte[] FORM_SHORT = Ascii.bytes("short");

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
  private final long[] scales;
  private Suspect suspect;

  private CpuColumns(List<String> names) {
    this.names = List.copyOf(names);
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
    scales = new long[names.size()];
  }

  /**
   * The modes of a section, or null if the section is not about how CPUs were used.
   *
   * @param names as sar prints them, {@code CPU} first
   */
  public static CpuColumns of(List<String> names) {
    CpuColumns columns = new CpuColumns(names);
    boolean utilisation =
        names.get(0).equals("CPU")
            && columns.user != ABSENT
            && columns.nice != ABSENT
            && columns.system != ABSENT
            && columns.idle != ABSENT;
    return utilisation ? columns : null;
  }

  public List<String> names() {
    return names;
  }

  /** Whether interrupts have columns of their own. */
  public boolean isAllForm() {
    return splitSystem;
  }

  /** The number of the CPU that {@code all}, {@code 0}, {@code 17} names; or {@link #NOT_A_CPU}. */
  public static int cpu(byte[] text, int start, int end) {
    if (end - start == ALL_CPUS.length && Ascii.startsWith(text, start, end, ALL_CPUS)) {
      return ALL;
    }
    if (start == end || end - start > 6) {
      return NOT_A_CPU;
    }
    int cpu = 0;
    for (int i = start; i < end; i++) {
      if (!Ascii.isDigit(text[i])) {
        return NOT_A_CPU;
      }
      cpu = cpu * 10 + (text[i] - '0');
    }
    return cpu;
  }

  /**
   * Reads the cell of a column; null if it could be read, else what is wrong.
   *
   * @param column its place among the {@link #names}, from 1
   */
  public String read(int column, byte[] text, int start, int end) {
    int last = end > start && text[end - 1] == '%' ? end - 1 : end;
    if (decimal.read(text, start, last) && decimal.exact() && decimal.decimals() <= DECIMALS) {
      long scale = POWERS[DECIMALS - decimal.decimals()];
      long unscaled = decimal.unscaled();
      if (unscaled <= MOST / scale && unscaled >= -MOST / scale) {
        cells[column] = unscaled * scale;
        scales[column] = scale;
        return null;
      }
    }
    return "column " + names.get(column) + " holds no percentage";
  }

  /**
   * Fills the modes of a row whose cells were {@link #read}; the record keeps its other fields.
   *
   * @param cpu its number, or {@link #ALL}
   */
  public void fill(LogRecord row, int cpu) {
    long sum = 0;
    long tolerance = 0;
    boolean zero = true;
    for (int i = 1; i < cells.length; i++) {
      if (names.get(i).charAt(0) == '%') {
        sum += cells[i];
        zero &= cells[i] == 0;
        // Half of the last printed digit; in whole numbers of 7 decimals to keep the half.
        tolerance += scales[i] * 5;
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
    boolean sums = Math.abs(sum - HUNDRED) * 10 <= tolerance;
    row.setFlag(CpuRecord.SUMS_TO_100, sums);
    suspect = suspect(zero, sums);
    if (suspect == Suspect.ALL_ZERO) {
      row.setText(CpuRecord.SUSPECT, ALL_ZERO, 0, ALL_ZERO.length);
    } else if (suspect == Suspect.STEAL_100) {
      row.setText(CpuRecord.SUSPECT, STEAL_100, 0, STEAL_100.length);
    }
  }

  private Suspect suspect(boolean zero, boolean sums) {
    if (zero) {
      return Suspect.ALL_ZERO;
    }
    if (cell(steal) >= HUNDRED) {
      return Suspect.STEAL_100;
    }
    return sums ? null : Suspect.OTHER_SUM;
  }

  /**
   * Why the row that was filled last is not to be believed; null where nothing speaks against it.
   */
  Suspect suspect() {
    return suspect;
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
