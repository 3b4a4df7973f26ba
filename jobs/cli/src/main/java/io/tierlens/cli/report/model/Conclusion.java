package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The verdict on one run, in plain sentences.
 *
 * @param run the candidate, or the only run
 * @param sentences three: where the time goes; what changed, and how surely; the most likely cause
 *     and what speaks against it, or that there is none. Short enough to be read aloud.
 * @param details what else there is to know: CPU time, how sure, what is ruled out
 */
public record Conclusion(String run, List<String> sentences, List<String> details) {

  /** Copies the lists. */
  public Conclusion {
    requireNonNull(run, "run");
    sentences = List.copyOf(sentences);
    details = List.copyOf(details);
  }
}
