package io.tierlens.cli.report.model;

/**
 * Whether a difference between a candidate and the baseline is shown in a scope, and with what
 * words.
 *
 * @param shown true at like load; true too of the whole runs, with words that say what is unlike
 * @param words nullable
 */
record Caution(boolean shown, String words) {

  static Caution of(Scope scope, String run) {
    Comparability comparability = scope.comparability(run).orElse(null);
    if (comparability == null) {
      return new Caution(false, null);
    }
    if (comparability.comparable()) {
      return new Caution(true, null);
    }
    return new Caution(scope.window() == null, "not at like load: " + comparability.remark());
  }

  /** The words with others behind them; null without any. */
  String with(String others) {
    if (words == null || others == null) {
      return words == null ? others : words;
    }
    return words + "; " + others;
  }
}
