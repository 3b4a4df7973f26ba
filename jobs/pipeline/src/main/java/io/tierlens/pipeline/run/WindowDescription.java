package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** A named part of a run, {@code [startUs, endUs)}, in microseconds since the epoch. */
public record WindowDescription(String name, long startUs, long endUs) implements Serializable {

  private static final long serialVersionUID = 1;

  public WindowDescription {
    requireNonNull(name, "name is null");
    if (endUs <= startUs) {
      throw new IllegalArgumentException("window " + name + " ends before it starts");
    }
  }
}
