package io.tierlens.cli.report.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of the runs that is reported on: a window, or the whole runs.
 *
 * @param window name of the window, null for the whole runs
 * @param loads the load of every run, the baseline first
 * @param comparabilities one for every candidate
 */
public record Scope(String window, List<Load> loads, List<Comparability> comparabilities) {

  /** Copies the lists. */
  public Scope {
    loads = List.copyOf(loads);
    comparabilities = List.copyOf(comparabilities);
  }

  /** Returns the name for people. */
  public String label() {
    return window == null ? "whole run" : window;
  }

  /** Returns whether the candidate may be compared here. */
  public Optional<Comparability> comparability(String candidate) {
    return comparabilities.stream().filter(c -> c.candidate().equals(candidate)).findFirst();
  }
}
