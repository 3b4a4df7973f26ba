package io.tierlens.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Spelling {

  /** More than a third of the letters wrong is another word. */
  private static final double MAX_WRONG_SHARE = 0.34;

  private Spelling() {}

  /** The known word nearest to one that is not known, if it is near at all. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k))
        .filter(k -> distance(word, k) <= Math.max(1, MAX_WRONG_SHARE * k.length()));
  }

  /** A sentence to put behind an error: the nearest known word, else all of them. */
  public static String hint(String word, Collection<String> known) {
    return nearest(word, known)
        .map(k -> "did you mean " + k + "?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  /** Levenshtein's distance, letters' case left out. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
