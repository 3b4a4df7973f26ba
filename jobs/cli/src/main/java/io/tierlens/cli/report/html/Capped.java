package io.tierlens.cli.report.html;

import java.util.Comparator;
import java.util.List;

/**
 * The part of a list that a page has room for.
 *
 * @param <T> what is listed
 * @param shown the part, in the order of the list
 * @param leftOut how many more there are
 */
public record Capped<T>(List<T> shown, int leftOut) {

  /** Copies the list. */
  public Capped {
    shown = List.copyOf(shown);
  }

  /** The first of a list. */
  static <T> Capped<T> of(List<T> all, int most) {
    return all.size() <= most
        ? new Capped<>(all, 0)
        : new Capped<>(all.subList(0, most), all.size() - most);
  }

  /** Those that weigh most, in the order of the list. */
  static <T> Capped<T> of(List<T> all, int most, Comparator<T> lightestFirst) {
    if (all.size() <= most) {
      return new Capped<>(all, 0);
    }
    List<T> kept = all.stream().sorted(lightestFirst.reversed()).limit(most).toList();
    return new Capped<>(all.stream().filter(kept::contains).toList(), all.size() - most);
  }
}
