package io.tierlens.formats.virttop;

import io.tierlens.formats.bytes.CsvLine;

/**
 * Where one header puts what. Options of virt-top leave columns out, and its versions add some, so
 * all are found by name: those of the host, and those of a domain within its group.
 */
final class VirtTopColumns {
  private static final int NONE = -1;
  private static final String DOMAIN_ID = Cell.TITLES.get(Cell.ID);

  private final int hostColumns;
  private final int groupColumns;

  private final int hostname;
  private final int time;
  private final int physicalCpus;
  private final int active;
  private final int hardwareMemory;

  private final int[] group = new int[Cell.COUNT];

  /** Takes the names of a line that {@link #isHeader}. */
  VirtTopColumns(CsvLine header) {
    int domain = find(header, DOMAIN_ID, 0, header.count());
    hostColumns = domain == NONE ? header.count() : domain;
    groupColumns = header.count() - hostColumns;
    hostname = find(header, "Hostname", 0, hostColumns);
    time = find(header, "Time", 0, hostColumns);
    physicalCpus = find(header, "Physical CPUs", 0, hostColumns);
    active = find(header, "Active", 0, hostColumns);
    hardwareMemory = find(header, "Total hardware memory (KB)", 0, hostColumns);
    for (int cell = 0; cell < Cell.COUNT; cell++) {
      int at = find(header, Cell.TITLES.get(cell), hostColumns, header.count());
      group[cell] = at == NONE ? NONE : at - hostColumns;
    }
  }

  static boolean isHeader(CsvLine line) {
    return line.count() > 2 && line.cell(0).equals("Hostname") && line.cell(1).equals("Time");
  }

  private static int find(CsvLine header, String title, int from, int to) {
    for (int i = from; i < to; i++) {
      if (header.cell(i).equals(title)) {
        return i;
      }
    }
    return NONE;
  }

  /** What the header lacks without which no line can be read, or null. */
  String fault() {
    if (groupColumns == 0) {
      return "it has no column " + DOMAIN_ID;
    }
    return group[Cell.NAME] == NONE ? "it has no column " + Cell.TITLES.get(Cell.NAME) : null;
  }

  /** How many domains a line of so many cells tells of; -1 if it is no whole number of groups. */
  int domains(int cells) {
    int left = cells - hostColumns;
    return left < 0 || left % groupColumns != 0 ? -1 : left / groupColumns;
  }

  String shape() {
    return hostColumns + " of the host and " + groupColumns + " for each domain";
  }

  String hostname(CsvLine line) {
    return text(line, hostname);
  }

  String time(CsvLine line) {
    return text(line, time);
  }

  String physicalCpus(CsvLine line) {
    return text(line, physicalCpus);
  }

  String active(CsvLine line) {
    return text(line, active);
  }

  String hardwareMemory(CsvLine line) {
    return text(line, hardwareMemory);
  }

  /** A cell of the domain of this number, from 0; empty if the header has no such column. */
  String cell(CsvLine line, int domain, int cell) {
    int at = group[cell];
    return at == NONE ? "" : line.cell(hostColumns + domain * groupColumns + at);
  }

  private static String text(CsvLine line, int at) {
    return at == NONE ? "" : line.cell(at);
  }
}
