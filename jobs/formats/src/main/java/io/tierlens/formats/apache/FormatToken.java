package io.tierlens.formats.apache;

/**
 * One token of a log format with the text that follows it in every line.
 *
 * @param text as the format names it: {@code %>s}
 * @param behind the literal bytes between this token's value and the next one's, shared and not to
 *     be changed; empty only behind the last token
 * @param quoted whether the value stands in double quotes, in which a backslash escapes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only walked over
record FormatToken(String text, TokenMeaning meaning, Shape shape, byte[] behind, boolean quoted) {

  /** What a value may look like. */
  enum Shape {
    /** One or more bytes that do not hold the text behind the token. */
    WORD,
    /** Any bytes. */
    TEXT,
    /** Digits, a minus sign before them when a clock was set back, or {@code -}. */
    NUMBER,
    /** Seconds with or without decimals, read in microseconds; or {@code -}. */
    SECONDS,
    /** {@code 22/Nov/2026:06:20:31 -0500}; the brackets belong to the text around it. */
    STAMP
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
