package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import java.util.Arrays;

/** The figures of one row. */
final class Figures {

  /** The second and third come of dividing by nothing in old versions. */
  private static final byte[][] NOT_AVAILABLE = {
    Ascii.bytes("N/A"), Ascii.bytes("nan"), Ascii.bytes("-nan")
  };

  private final Decimal decimal = new Decimal();
  private double[] values = new double[64];
  private boolean[] missing = new boolean[64];

  /** Whether a cell says that the system does not have the figure. */
  static boolean isMissing(Cells cells, int cell) {
    for (byte[] word : NOT_AVAILABLE) {
      if (Ascii.equal(cells.text(), cells.start(cell), cells.end(cell), word)) {
        return true;
      }
    }
    return false;
  }

  /** Takes a cell's figure; false if it has none. */
  boolean read(Cells cells, int cell) {
    if (cell >= values.length) {
      values = Arrays.copyOf(values, cell * 2);
      missing = Arrays.copyOf(missing, cell * 2);
    }
    boolean number = decimal.read(cells.text(), cells.start(cell), cells.end(cell));
    missing[cell] = !number && isMissing(cells, cell);
    values[cell] = number ? decimal.value() : 0;
    return number || missing[cell];
  }

  /** Digits behind the point of the cell that was read last. */
  int decimals() {
    return decimal.decimals();
  }

  boolean isMissing(int cell) {
    return missing[cell];
  }

  double value(int cell) {
    return values[cell];
  }
}
