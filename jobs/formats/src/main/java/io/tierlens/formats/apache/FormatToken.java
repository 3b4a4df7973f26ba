package io.tierlens.formats.apache;

import io.tierlens.formats.apache.Directive.Time;

/**
 * One token of a log format with the text that follows it in every line.
 *
 * @param text as the format names it: {@code %>s}
 * @param time of a {@link Shape#TIME} or {@link Shape#STAMP}; else null
 * @param behind the literal bytes between this token's value and the next one's, shared and not to
 *     be changed; empty only behind the last token and where the value's own text tells its end
 * @param quoted whether the value stands in double quotes, in which a backslash escapes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only walked over
record FormatToken(
    String text, TokenMeaning meaning, Shape shape, Time time, byte[] behind, boolean quoted) {

  /** What a value may look like. */
  enum Shape {
    /** One or more bytes that do not hold the text behind the token. */
    WORD,
    /** Any bytes. */
    TEXT,
    /** Digits; or {@code -}. */
    NUMBER,
    /** As a number, with a minus sign before it when a clock was set back. */
    TICKS,
    /** Seconds with or without decimals, read in microseconds; otherwise as {@link #TICKS}. */
    SECONDS,
    /** {@code 22/Nov/2026:06:20:31 -0500}; the brackets belong to the text around it. */
    STAMP,
    /** What the time's pattern says. */
    TIME;

    /** Whether the value ends where its own text says, so that the next may touch it. */
    boolean knowsItsEnd() {
      return this == STAMP || this == TIME;
    }

    boolean numeric() {
      return this == NUMBER || this == TICKS || this == SECONDS;
    }
  }

  /**
   * Whether the value may hold the very text that ends it, so that a later end has to be tried when
   * the rest of the line does not fit. Quoted values escape their quotes and need no second try,
   * but for request lines: servers before 2.0.49 wrote them raw, and the status behind them tells.
   */
  boolean mayHoldItsEnd() {
    return shape == Shape.TEXT && (!quoted || meaning == TokenMeaning.REQUEST_LINE);
  }
}
