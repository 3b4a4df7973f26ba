package io.tierlens.formats.interchange;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts how many of the first lines fit. */
final class FittingLines {

  private FittingLines() {}

  static Optional<Guess> guess(String kind, Head head, String what, Predicate<byte[]> fits) {
    List<byte[]> lines = head.filledLines();
    int fitting = (int) lines.stream().filter(fits).count();
    if (fitting == 0) {
      return Optional.empty();
    }
    String evidence = fitting + " of the first " + lines.size() + " lines " + what;
    return Optional.of(new Guess(kind, 100 * fitting / lines.size(), Map.of(), List.of(evidence)));
  }
}
