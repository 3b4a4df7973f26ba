package io.tierlens.formats.mysql;

import io.tierlens.formats.ReadOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the stamps of a file mean: the start of the statement or its end. */
enum TimeBasis {
  START,
  END;

  /** As in the column, in {@link ReadOptions#TIME_BASIS} and in messages. */
  final String word = name().toLowerCase(Locale.ROOT);

  /**
   * The basis that the options name, if they do.
   *
   * @throws IllegalArgumentException if they name another
   */
  static Optional<TimeBasis> of(ReadOptions options) {
    return options.text(ReadOptions.TIME_BASIS).map(TimeBasis::ofWord);
  }

  private static TimeBasis ofWord(String word) {
    return Arrays.stream(values())
        .filter(basis -> basis.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ReadOptions.TIME_BASIS + " must be start or end, not " + word));
  }
}
