package io.tierlens.formats.virttop;

import io.tierlens.formats.bytes.CsvLine;
import io.tierlens.formats.domain.PrintedFigure;

/** The figures of one domain in one line; NaN where there is none. Reused. */
final class DomainFigures {
  private static final double KIB = 1024;

  private final PrintedFigure printed = new PrintedFigure();
  private final double[] figures = new double[Cell.COUNT];

  /** Reads the group of a domain; returns what is wrong with it, or null. */
  String read(VirtTopColumns columns, CsvLine line, int domain) {
    for (int cell = Cell.FIRST_FIGURE; cell < Cell.COUNT; cell++) {
      if (!printed.read(columns.cell(line, domain, cell))) {
        return "column "
            + Cell.TITLES.get(cell)
            + " of domain "
            + (domain + 1)
            + " holds no number";
      }
      figures[cell] = printed.value();
    }
    return null;
  }

  /** CPU time over the interval in nanoseconds. */
  double cpuTime() {
    return of(Cell.CPU_TIME);
  }

  /** CPU time over the interval in percent of all CPUs of the host. */
  double cpuShare() {
    return of(Cell.CPU_SHARE);
  }

  double reads() {
    return of(Cell.READS);
  }

  double writes() {
    return of(Cell.WRITES);
  }

  double received() {
    return of(Cell.RECEIVED);
  }

  double sent() {
    return of(Cell.SENT);
  }

  private double of(int cell) {
    return figures[cell];
  }

  /**
   * Memory in KiB, or NaN. The column is headed "bytes" and holds KiB, as the percents beside it
   * prove; should a version do as it says, they prove that.
   *
   * @param hardwareKib memory of the host
   */
  double memoryKib(double hardwareKib) {
    double figure = of(Cell.MEMORY);
    double share = of(Cell.MEMORY_SHARE);
    if (fits(figure, share, hardwareKib)) {
      return figure;
    }
    return fits(figure / KIB, share, hardwareKib) ? figure / KIB : Double.NaN;
  }

  /** Percents are whole, their rest cut off. */
  private static boolean fits(double kib, double share, double hardwareKib) {
    double true100 = 100 * kib / hardwareKib;
    return kib >= 0 && true100 >= share && true100 < share + 1;
  }
}
