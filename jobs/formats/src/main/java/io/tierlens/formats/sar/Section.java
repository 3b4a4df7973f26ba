package io.tierlens.formats.sar;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.bytes.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The columns under one header, and how a row is laid over them. Names are kept as bytes once, so
 * that rows need none of their own.
 */
final class Section {

  /** What stands in the column. */
  private enum Content {
    FIGURE,
    ITEM,
    /** From here to the end of the line: text, blanks and all. */
    REST
  }

  private static final int NO_ITEM = -1;

  private final byte[] header;
  private final List<String> names = new ArrayList<>();
  private final byte[][] nameBytes;
  private final int item;
  private final int cells;
  private final boolean openEnd;
  private final boolean itemsAreUnique;
  private final int[] unitSteps;

  private final Decimal decimal = new Decimal();
  private final double[] values;
  private final boolean[] missing;
  private int lastDecimals = -1;
  private boolean lastHasUnit;
  private boolean unitExpected;
  private boolean hasUnits;

  private byte[] firstItem = new byte[16];
  private int firstItemLength = -1;

  /** The section whose column names are the tokens from {@code first} on. */
  Section(Tokens tokens, int first) {
    header = tokens.from(first);
    for (int i = first; i < tokens.count(); i++) {
      names.add(tokens.string(i));
    }
    int count = names.size();
    nameBytes = new byte[count][];
    for (int i = 0; i < count; i++) {
      nameBytes[i] =
          Arrays.copyOfRange(tokens.text(), tokens.start(first + i), tokens.end(first + i));
    }
    item = itemColumn();
    int rest = count;
    for (int i = 0; i < count; i++) {
      if (content(i) == Content.REST) {
        rest = Math.min(rest, i);
      }
    }
    cells = rest;
    openEnd = rest < count;
    itemsAreUnique = item == NO_ITEM || SarWords.isUniqueItem(names.get(item));
    unitSteps = new int[count];
    for (int i = 0; i < count; i++) {
      unitSteps[i] = PrintedUnit.stepsOf(names.get(i));
    }
    values = new double[count];
    missing = new boolean[count];
  }

  /**
   * What rows must know of those before them, in words that {@link #goOn} reads; none of them has a
   * blank.
   */
  String state() {
    return String.join(
        " ",
        HexFormat.of().formatHex(header),
        firstItemLength < 0 ? "-" : "+" + HexFormat.of().formatHex(firstItem, 0, firstItemLength),
        Integer.toString(lastDecimals),
        Boolean.toString(unitExpected));
  }

  /** A section of the same header, behind the rows that the {@link #state} is of. */
  static Section goOn(String state) {
    String[] words = state.split(" ", -1);
    byte[] header = HexFormat.of().parseHex(words[0]);
    Tokens tokens = new Tokens();
    tokens.split(header, 0, header.length);
    Section section = new Section(tokens, 0);
    if (words[1].startsWith("+")) {
      section.firstItem = HexFormat.of().parseHex(words[1].substring(1));
      section.firstItemLength = section.firstItem.length;
    }
    section.lastDecimals = Integer.parseInt(words[2]);
    section.unitExpected = Boolean.parseBoolean(words[3]);
    return section;
  }

  /** The header from its first column's name on, blanks and all. */
  byte[] header() {
    return header;
  }

  /** Items stand in a column whose name is all capitals, at one end of the row. */
  private int itemColumn() {
    if (isCapitals(names.get(0)) && names.size() > 1) {
      return 0;
    }
    int last = names.size() - 1;
    return last > 0 && isCapitals(names.get(last)) ? last : NO_ITEM;
  }

  private static boolean isCapitals(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < 'A' || name.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private Content content(int column) {
    if (column == item) {
      return column == 0 ? Content.ITEM : Content.REST;
    }
    return SarWords.isTextColumn(names.get(column)) ? Content.REST : Content.FIGURE;
  }

  boolean hasHeader(Tokens tokens, int first) {
    return tokens.equalFrom(first, header);
  }

  List<String> names() {
    return names;
  }

  int columns() {
    return nameBytes.length;
  }

  byte[] name(int column) {
    return nameBytes[column];
  }

  /**
   * What the section is called: its first column. Where {@code --pretty} moved the item to the end,
   * the item's, which is the first one otherwise.
   */
  byte[] key() {
    return nameBytes[item > 0 && itemsAreUnique ? item : 0];
  }

  /** Whether the row has as many cells as the header has columns. */
  boolean fits(Tokens tokens, int first) {
    int found = tokens.count() - first;
    return openEnd ? found >= cells + (item > 0 ? 1 : 0) : found == cells;
  }

  boolean hasItem() {
    return item != NO_ITEM;
  }

  /** Index in the line's bytes of the item of a row that {@link #fits}. */
  int itemStart(Tokens tokens, int first) {
    return tokens.start(item == 0 ? first : first + cells);
  }

  int itemEnd(Tokens tokens, int first) {
    return item == 0 ? tokens.end(first) : tokens.end(tokens.count() - 1);
  }

  boolean isFigure(int column) {
    return column < cells && column != item;
  }

  /**
   * Whether the row begins another sample of the same time: its item, or the lack of one, is that
   * of the sample's first row.
   */
  boolean beginsSample(Tokens tokens, int first) {
    if (item == NO_ITEM) {
      return true;
    }
    return itemsAreUnique
        && firstItemLength >= 0
        && Arrays.equals(
            firstItem,
            0,
            firstItemLength,
            tokens.text(),
            itemStart(tokens, first),
            itemEnd(tokens, first));
  }

  void rememberFirstItem(Tokens tokens, int first) {
    if (item == NO_ITEM) {
      return;
    }
    int start = itemStart(tokens, first);
    firstItemLength = itemEnd(tokens, first) - start;
    if (firstItem.length < firstItemLength) {
      firstItem = new byte[firstItemLength * 2];
    }
    System.arraycopy(tokens.text(), start, firstItem, 0, firstItemLength);
  }

  /**
   * Reads the figures of a row that {@link #fits}; null if all could be read, else what is wrong.
   */
  String readFigures(Tokens tokens, int first) {
    for (int column = 0; column < cells; column++) {
      if (column == item) {
        continue;
      }
      int token = first + column;
      missing[column] = SarWords.isNotAvailable(tokens, token);
      if (missing[column]) {
        continue;
      }
      if (!readFigure(tokens, token, column)) {
        return tokens.numeric(token)
            ? "the figure of column "
                + names.get(column)
                + " has a unit or is damaged;"
                + " print sar without --human"
            : "column " + names.get(column) + " holds no number";
      }
    }
    return null;
  }

  private boolean readFigure(Tokens tokens, int token, int column) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    byte last = tokens.last(token);
    if (Ascii.isDigit(last)) {
      lastHasUnit = false;
      boolean read = decimal.read(tokens.text(), start, end);
      values[column] = decimal.value();
      return read;
    }
    int steps = PrintedUnit.steps(last);
    boolean percent = last == '%';
    boolean unit = steps != PrintedUnit.NONE && unitSteps[column] != PrintedUnit.NONE;
    lastHasUnit = percent || unit;
    if (!lastHasUnit || !decimal.read(tokens.text(), start, end - 1)) {
      return false;
    }
    hasUnits = true;
    values[column] =
        percent ? decimal.value() : PrintedUnit.inColumn(decimal.value(), steps, unitSteps[column]);
    return true;
  }

  /** Whether figures had units behind them so far, and so are rounded more than others. */
  boolean hasUnits() {
    return hasUnits;
  }

  /**
   * Whether the last figure of a row that the file ends in may have lost digits: rows of a section
   * print as many digits behind the point, and a unit or none.
   *
   * @param alike whether all figures of a row print as many digits, so that the one before tells
   */
  boolean mayBeCut(Tokens tokens, int first, boolean alike) {
    int column = cells - 1;
    if (openEnd || column == item) {
      return false;
    }
    int expected = lastDecimals;
    if (alike && decimal(tokens, first + column - 1)) {
      expected = decimal.decimals();
    }
    return decimal(tokens, first + column) && (unitExpected || expected > decimal.decimals());
  }

  private boolean decimal(Tokens tokens, int token) {
    return decimal.read(tokens.text(), tokens.start(token), tokens.end(token));
  }

  /** Notes how many digits the last figure has; the figures were read just before. */
  void rememberDecimals() {
    lastDecimals = decimal.decimals();
    unitExpected = lastHasUnit;
  }

  double value(int column) {
    return values[column];
  }

  boolean isMissing(int column) {
    return missing[column];
  }
}
