package io.tierlens.cli.report.text;

/**
 * How text may look.
 *
 * @param unicode whether the reader's side shows more than ASCII
 * @param colour whether to use a terminal's colours
 * @param width columns of the report, 80 to 120
 * @param details whether to show all there is, instead of what matters most
 */
public record TextOptions(boolean unicode, boolean colour, int width, boolean details) {

  /** The least columns of a report: what every terminal has. */
  public static final int NARROW = 80;

  /** The most columns: longer lines are hard to read. */
  public static final int WIDE = 120;

  /** ASCII without colour: right everywhere. */
  public static final TextOptions PLAIN = new TextOptions(false, false);

  /** Keeps the width within its bounds. */
  public TextOptions {
    width = Math.max(NARROW, Math.min(WIDE, width));
  }

  /** What matters most, in 80 columns. */
  public TextOptions(boolean unicode, boolean colour) {
    this(unicode, colour, NARROW, false);
  }

  /** The same look for so many columns. */
  public TextOptions wide(int columns) {
    return new TextOptions(unicode, colour, columns, details);
  }

  /** The same look, with all there is or without. */
  public TextOptions detailed(boolean all) {
    return new TextOptions(unicode, colour, width, all);
  }
}
