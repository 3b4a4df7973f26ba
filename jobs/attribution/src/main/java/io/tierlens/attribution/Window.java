package io.tierlens.attribution;

import static java.util.Objects.requireNonNull;

/** A named part of a run, [{@code startUs}, {@code endUs}). */
public record Window(String name, long startUs, long endUs) {

  public Window {
    requireNonNull(name, "name is null");
    if (endUs < startUs) {
      throw new IllegalArgumentException("window " + name + " ends before it starts");
    }
  }

  boolean contains(long instantUs) {
    return instantUs >= startUs && instantUs < endUs;
  }
}
