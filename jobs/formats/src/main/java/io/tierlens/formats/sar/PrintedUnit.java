package io.tierlens.formats.sar;

/**
 * The units that {@code sar --human} puts behind figures. It divides by 1024 until less than that
 * is left, whatever the column's name says, and keeps one digit behind the point.
 */
final class PrintedUnit {

  /** No unit, or none that is known. */
  static final int NONE = -1;

  private static final int STEP_BITS = 10;

  private PrintedUnit() {}

  /** How many times 1024 bytes were multiplied for this unit; {@link #NONE} if it is no unit. */
  static int steps(byte letter) {
    return switch (letter) {
      case 'B' -> 0;
      case 'k' -> 1;
      case 'M' -> 2;
      case 'G' -> 3;
      case 'T' -> 4;
      case 'P' -> 5;
      default -> NONE;
    };
  }

  /** The steps of the unit that a column's name tells; {@link #NONE} if its figures have none. */
  static int stepsOf(String column) {
    if (column.startsWith("kb") || column.contains("kB") || column.equals("areq-sz")) {
      return 1;
    }
    if (column.startsWith("MB")) {
      return 2;
    }
    return column.contains("byt") ? 0 : NONE;
  }

  /** The figure in the unit that its column has, where it was printed in another. */
  static double inColumn(double figure, int printedSteps, int columnSteps) {
    return Math.scalb(figure, STEP_BITS * (printedSteps - columnSteps));
  }
}
