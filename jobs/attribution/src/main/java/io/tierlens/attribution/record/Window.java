package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * A named part of a run, [{@code startUs}, {@code endUs}). A request is in it when the middle of
 * its possible starts is: a whole-second stamp by itself would put up to a second of requests too
 * early.
 */
public record Window(String name, long startUs, long endUs) {

  public Window {
    requireNonNull(name, "name is null");
    if (endUs < startUs) {
      throw new IllegalArgumentException("window " + name + " ends before it starts");
    }
  }

  public boolean contains(long instantUs) {
    return instantUs >= startUs && instantUs < endUs;
  }
}
