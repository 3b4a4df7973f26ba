package io.tierlens.pipeline.source;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What becomes of lines that cannot be read.
 *
 * @param fate of them
 * @param column that takes their text where they become rows
 */
record BadLines(Fate fate, String column) implements Serializable {

  private static final long serialVersionUID = 1;

  enum Fate {
    /** Each becomes a row with its text in one column, where the schema has that column. */
    ROWS,
    /** They are counted, and no more. */
    LEFT_OUT,
    /** The first one ends the reading. */
    FAILURE
  }

  /** For those who have the rejects elsewhere. */
  static final BadLines LEFT_OUT = new BadLines(Fate.LEFT_OUT, "");

  BadLines {
    requireNonNull(fate, "fate is null");
    requireNonNull(column, "column is null");
  }
}
