package io.tierlens.formats.domain;

/**
 * Reads a figure as the tools print it: {@code 12}, {@code 0.}, {@code 1.4e+12}, with a decimal
 * comma {@code 0,19}; or nothing, {@code nan} and {@code inf}, which are no figure. Reused.
 */
public final class PrintedFigure {

  /** Longer than any double that is printed with all its digits. */
  private static final int MOST_LETTERS = 40;

  private double value = Double.NaN;

  /** Reads a cell; false if it is neither a figure nor empty. */
  public boolean read(String cell) {
    value = Double.NaN;
    if (cell.isEmpty() || isNoFigure(cell)) {
      return true;
    }
    if (cell.length() > MOST_LETTERS || !hasOnlyLettersOfFigures(cell)) {
      return false;
    }
    try {
      value = Double.parseDouble(cell.indexOf(',') < 0 ? cell : cell.replace(',', '.'));
    } catch (NumberFormatException e) {
      return false;
    }
    if (Double.isInfinite(value)) {
      value = Double.NaN;
    }
    return true;
  }

  private static boolean isNoFigure(String cell) {
    return switch (cell) {
      case "nan", "-nan", "inf", "-inf" -> true;
      default -> false;
    };
  }

  /** Else {@code 1d} and {@code 0x1p3} were figures too. */
  private static boolean hasOnlyLettersOfFigures(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if ("0123456789.,+-eE".indexOf(cell.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The figure, or NaN if the cell had none. */
  public double value() {
    return value;
  }
}
