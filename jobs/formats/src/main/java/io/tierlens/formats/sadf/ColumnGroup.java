package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.sysstat.CpuColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of one section of sar in a header of {@code -d} or {@code -dh}. */
final class ColumnGroup {

  /** What stands for the figures of interrupts: of all CPUs, then of each. */
  static final String ANY_CPU = "CPU*";

  private static final Set<String> TEXT_COLUMNS =
      Set.of("DEVICE", "manufact", "product", "idvendor", "idprod", "status");

  /** Sections whose items stand in the last column of sar's text go by the first of the others. */
  private static final Set<String> LAST_IN_TEXT = Set.of("FILESYSTEM", "MOUNTPOINT", "FCHOST");

  private static final Set<String> NUMBERED = Set.of("CPU", "TTY", "FAN", "TEMP", "IN", "BAT");

  private static final byte[] ALL_INTERRUPTS = Ascii.bytes("sum");
  private static final byte[] ALL_CPUS = Ascii.bytes("all");
  private static final int NO_ITEM = -1;

  private final List<String> names;
  private final boolean repeats;
  private final int item;
  private final byte[] section;
  private final List<byte[]> nameBytes = new ArrayList<>();
  private final CpuColumns cpu;
  private final boolean anyCpu;

  /**
   * The columns of one section.
   *
   * @param repeats whether a row may hold them several times, once for each item
   */
  ColumnGroup(List<String> names, boolean repeats) {
    this.names = List.copyOf(names);
    this.repeats = repeats;
    item = itemColumn(this.names);
    String first = item == NO_ITEM ? names.get(0) : names.get(item);
    boolean byFigure = LAST_IN_TEXT.contains(first) && names.size() > 1;
    section = Ascii.bytes(byFigure ? names.get(item + 1) : first);
    names.forEach(name -> nameBytes.add(Ascii.bytes(name)));
    cpu = item == 0 ? CpuColumns.of(this.names) : null;
    anyCpu = names.get(names.size() - 1).equals(ANY_CPU) && item == 0 && names.size() == 2;
  }

  private static int itemColumn(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (isItem(names.get(i)) && names.size() > 1) {
        return i;
      }
    }
    return NO_ITEM;
  }

  /** Whether a column of this name says which thing the others are about. */
  static boolean isItem(String name) {
    return !name.isEmpty() && !isText(name) && name.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  static boolean isText(String name) {
    return TEXT_COLUMNS.contains(name);
  }

  List<String> names() {
    return names;
  }

  byte[] section() {
    return section;
  }

  /** The CPU modes of the columns, or null if they are no CPU modes. */
  CpuColumns cpu() {
    return cpu;
  }

  boolean repeats() {
    return repeats;
  }

  /** Whether the number of figures depends on how many CPUs there are. */
  boolean anyCpu() {
    return anyCpu;
  }

  boolean hasItem() {
    return item != NO_ITEM;
  }

  /** Which of the columns has the item. */
  int item() {
    return item;
  }

  /** What sar prints for the item that tables call -1; null where there is no such item. */
  byte[] allItems() {
    return switch (item == NO_ITEM ? "" : names.get(item)) {
      case "CPU" -> ALL_CPUS;
      case "INTR" -> ALL_INTERRUPTS;
      default -> null;
    };
  }

  boolean isDisk() {
    return item != NO_ITEM && names.get(item).equals("DEV");
  }

  /** Whether items are numbers that go up. */
  boolean isNumbered() {
    return item != NO_ITEM && NUMBERED.contains(names.get(item));
  }

  /** Whether items are numbers or words, as those of interrupts and buses. */
  boolean isNumberedOrNamed() {
    String name = item == NO_ITEM ? "" : names.get(item);
    return name.equals("INTR") || name.equals("BUS");
  }

  boolean hasFigure() {
    for (int i = 0; i < names.size(); i++) {
      if (isFigure(i)) {
        return true;
      }
    }
    return false;
  }

  /** How many columns the header names. */
  int width() {
    return names.size();
  }

  boolean isFigure(int column) {
    return column != item && (anyCpu || !isText(names.get(column)));
  }

  /** The name of a column's figures, also of those that {@link #ANY_CPU} stands for. */
  byte[] metric(int column) {
    if (!anyCpu) {
      return nameBytes.get(column);
    }
    while (nameBytes.size() <= column) {
      nameBytes.add(Ascii.bytes("CPU" + (nameBytes.size() - 2)));
    }
    return column == 1 ? ALL_CPUS : nameBytes.get(column);
  }
}
