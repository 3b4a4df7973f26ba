package io.tierlens.formats.apache;

import io.tierlens.formats.ReadOptions;
import java.util.List;
import java.util.Optional;

/** A log format, taken apart once: the text before the first token, then the tokens. */
final class AccessFormat {
  private final byte[] before;
  private final List<FormatToken> tokens;
  private final FormatDialect dialect;
  private final Optional<InstantPlan> begin;
  private final Optional<InstantPlan> end;
  private final int duration;

  AccessFormat(
      byte[] before,
      List<FormatToken> tokens,
      FormatDialect dialect,
      Optional<InstantPlan> begin,
      Optional<InstantPlan> end,
      int duration) {
    this.before = before;
    this.tokens = List.copyOf(tokens);
    this.dialect = dialect;
    this.begin = begin;
    this.end = end;
    this.duration = duration;
  }

  /** As the other, of a server whose {@code %D} is in microseconds. */
  static AccessFormat of(String stated) {
    return of(stated, ReadOptions.NONE);
  }

  /**
   * Takes a format apart.
   *
   * @param stated as {@link StatedFormat#of} understands it
   * @param options tell the unit of {@code %D}
   * @throws IllegalArgumentException if a token breaks off, a line's time is not told, or two
   *     tokens touch so that no reader could tell them apart
   */
  static AccessFormat of(String stated, ReadOptions options) {
    StatedFormat format = StatedFormat.of(stated);
    FormatAssembler assembler = new FormatAssembler();
    FormatParser.parse(format, DurationUnit.of(options), assembler);
    return assembler.assemble(format.dialect());
  }

  byte[] before() {
    return before;
  }

  List<FormatToken> tokens() {
    return tokens;
  }

  FormatDialect dialect() {
    return dialect;
  }

  /** How a request's beginning is told; empty if only its end is. */
  Optional<InstantPlan> begin() {
    return begin;
  }

  /** How a request's end is told; empty unless it is needed. */
  Optional<InstantPlan> end() {
    return end;
  }

  /** The place of the token that tells the duration; -1 if none does. */
  int duration() {
    return duration;
  }

  /** The place of the token of this meaning, or -1; no meaning but EXTRA and TIME has two. */
  int token(TokenMeaning meaning) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).meaning() == meaning) {
        return i;
      }
    }
    return -1;
  }
}
