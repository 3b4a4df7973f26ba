package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Decimal;

/** What the cells of a row look like, which tells items from figures. Reused. */
final class CellKinds {

  /** What a cell can be. */
  enum Kind {
    WHOLE,
    FRACTION,
    MISSING,
    TEXT
  }

  private final Decimal decimal = new Decimal();
  private Kind[] kinds = {};

  /** Looks at a row. */
  void find(Cells cells) {
    if (kinds.length < cells.count()) {
      kinds = new Kind[cells.count() * 2];
    }
    for (int i = 0; i < cells.count(); i++) {
      if (decimal.read(cells.text(), cells.start(i), cells.end(i))) {
        kinds[i] = isWhole(cells, i) ? Kind.WHOLE : Kind.FRACTION;
      } else {
        kinds[i] = Figures.isMissing(cells, i) ? Kind.MISSING : Kind.TEXT;
      }
    }
  }

  private boolean isWhole(Cells cells, int cell) {
    byte[] text = cells.text();
    int end = cells.end(cell);
    return decimal.decimals() == 0 && text[end - 1] != '.' && text[end - 1] != ',';
  }

  Kind of(int cell) {
    return kinds[cell];
  }
}
