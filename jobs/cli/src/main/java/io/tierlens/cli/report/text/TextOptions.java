package io.tierlens.cli.report.text;

/**
 * How text may look.
 *
 * @param unicode whether the reader's side shows more than ASCII
 * @param colour whether to use a terminal's colours
 */
public record TextOptions(boolean unicode, boolean colour) {

  /** ASCII without colour: right everywhere. */
  public static final TextOptions PLAIN = new TextOptions(false, false);
}
