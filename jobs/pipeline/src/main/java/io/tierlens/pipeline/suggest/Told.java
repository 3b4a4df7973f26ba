package io.tierlens.pipeline.suggest;

import static java.util.Objects.requireNonNull;

/**
 * A value of run.yaml and why it is taken.
 *
 * @param value null if nothing tells; then {@code because} says what to fill in, and where to find
 *     it
 */
record Told<T>(T value, String because) {
  Told {
    requireNonNull(because, "because is null");
  }

  static <T> Told<T> ask(String where) {
    return new Told<>(null, where);
  }

  boolean known() {
    return value != null;
  }
}
