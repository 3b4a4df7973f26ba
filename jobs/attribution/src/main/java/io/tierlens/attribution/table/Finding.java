package io.tierlens.attribution.table;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A cause that was looked into, with what speaks for and against it: a row of table finding.
 *
 * @param windowName null for the whole run
 * @param baseline run compared with; null where the run was judged by itself
 * @param verdict fits, possible, contradicted
 * @param confidence high, medium, low
 */
public record Finding(
    String windowName,
    String baseline,
    String rule,
    String verdict,
    String confidence,
    List<String> evidence,
    List<String> contradicting,
    List<String> missing,
    String nextExperiment) {

  public Finding {
    requireNonNull(rule, "rule is null");
    requireNonNull(verdict, "verdict is null");
    requireNonNull(confidence, "confidence is null");
    evidence = List.copyOf(evidence);
    contradicting = List.copyOf(contradicting);
    missing = List.copyOf(missing);
    requireNonNull(nextExperiment, "nextExperiment is null");
  }
}
