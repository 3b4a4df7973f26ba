package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.words.Figures;

/** A change in few columns: its sign and its word, or the mark of a change that can't be told. */
final class ChangeMark {

  /** No difference could be shown. */
  static final String NONE_SHOWN = "~";

  /** Nothing may be said. */
  static final String NOT_JUDGED = "?";

  /** What the marks mean. */
  static final String LEGEND =
      NONE_SHOWN
          + " not significant: no difference could be shown; "
          + NOT_JUDGED
          + " not to be judged.";

  /** Columns of a sign, as of {@code +118 %}. */
  private static final int SIGN = 6;

  private ChangeMark() {}

  /** As {@code +74 % slower}, {@code +18 % ~}; empty without a change. */
  static String of(TierChange change, Figures figures) {
    if (change == null) {
      return "";
    }
    String sign =
        change.relative() == null
            ? figures.signed(change.deltaUs())
            : Figures.relative(change.relative());
    // Signs stand below each other, and so do the words.
    return " ".repeat(Math.max(0, SIGN - sign.length())) + sign + " " + word(change);
  }

  /** The word of a difference that has an interval. */
  static String word(double deltaUs, boolean significant) {
    return significant ? deltaUs > 0 ? "slower" : "faster" : NONE_SHOWN;
  }

  private static String word(TierChange change) {
    return switch (change.verdict()) {
      case SLOWER -> "slower";
      case FASTER -> "faster";
      case NOT_SIGNIFICANT -> NONE_SHOWN;
      case TOO_FEW_REQUESTS, DRIFTING, NOT_COMPARABLE -> NOT_JUDGED;
    };
  }
}
