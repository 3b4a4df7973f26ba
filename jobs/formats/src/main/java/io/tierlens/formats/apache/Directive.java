package io.tierlens.formats.apache;

import io.tierlens.formats.apache.FormatToken.Shape;
import io.tierlens.formats.time.TimePart;
import io.tierlens.formats.time.TimePattern;
import java.util.Set;

/**
 * A token of a format without its surroundings.
 *
 * @param text as the format names it
 * @param time what a {@link TokenMeaning#TIME} tells; else null
 */
record Directive(String text, TokenMeaning meaning, Shape shape, Time time) {

  /** Which of the two instants of a request. */
  enum Clock {
    BEGIN,
    END
  }

  /**
   * A time, or a part of one.
   *
   * @param pattern null for a {@link Shape#STAMP}
   * @param parts what of the instant it tells
   */
  record Time(Clock clock, TimePattern pattern, Set<TimePart> parts) {}

  private static final Set<TimePart> OF_A_STAMP =
      TimePattern.ofStrftime("%d/%b/%Y:%T %z").orElseThrow().parts();

  static Directive of(String text, TokenMeaning meaning, Shape shape) {
    return new Directive(text, meaning, shape, null);
  }

  static Directive extra(String text) {
    return of(text, TokenMeaning.EXTRA, Shape.TEXT);
  }

  /** {@code 22/Nov/2026:06:20:31 -0500}. */
  static Directive stamp(String text, Clock clock) {
    return new Directive(text, TokenMeaning.TIME, Shape.STAMP, new Time(clock, null, OF_A_STAMP));
  }

  static Directive time(String text, Clock clock, TimePattern pattern) {
    return new Directive(
        text, TokenMeaning.TIME, Shape.TIME, new Time(clock, pattern, pattern.parts()));
  }
}
