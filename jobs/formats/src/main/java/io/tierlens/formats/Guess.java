package io.tierlens.formats;

import java.util.List;
import java.util.Map;

/**
 * A kind that a file seems to be of.
 *
 * @param kind as {@link LogFormat#kind()}
 * @param confidence 0 to 100; the share of the looked-at lines that fit, as a rule
 * @param options what to read the file with, see {@link ReadOptions}
 * @param evidence why, one short sentence each, to be shown to the user
 */
public record Guess(
    String kind, int confidence, Map<String, String> options, List<String> evidence) {
  public Guess {
    options = Map.copyOf(options);
    evidence = List.copyOf(evidence);
  }
}
