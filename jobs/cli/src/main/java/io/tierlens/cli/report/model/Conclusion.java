package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The verdict on one run, in plain sentences.
 *
 * @param run the candidate, or the only run
 * @param sentences at most five
 */
public record Conclusion(String run, List<String> sentences) {

  /** Copies the list. */
  public Conclusion {
    requireNonNull(run, "run");
    sentences = List.copyOf(sentences);
  }
}
