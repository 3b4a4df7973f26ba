package io.tierlens.formats.apache;

import io.tierlens.formats.ReadOptions;

/** What {@code %D} counts: microseconds, but milliseconds on some servers. */
enum DurationUnit {
  MICROSECONDS("us", TokenMeaning.MICROSECONDS),
  MILLISECONDS("ms", TokenMeaning.MILLISECONDS);

  private final String word;
  private final TokenMeaning meaning;

  DurationUnit(String word, TokenMeaning meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /**
   * The unit that the options state.
   *
   * @throws IllegalArgumentException if they state another word
   */
  static DurationUnit of(ReadOptions options) {
    String stated = options.text(ReadOptions.DURATION_UNIT).orElse(MICROSECONDS.word);
    for (DurationUnit unit : values()) {
      if (unit.word.equals(stated)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        ReadOptions.DURATION_UNIT
            + " must be us or ms, the unit that %D has on this server, not "
            + stated);
  }

  String word() {
    return word;
  }

  TokenMeaning meaning() {
    return meaning;
  }

  DurationUnit other() {
    return this == MICROSECONDS ? MILLISECONDS : MICROSECONDS;
  }
}
