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

  /** Letters to change, put in, leave out or swap with their neighbour; their case left out. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int changed = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        distance[i][j] = swapped ? Math.min(least, 1 + distance[i - 2][j - 2]) : least;
      }
    }
    return distance[a.length()][b.length()];
  }
}
