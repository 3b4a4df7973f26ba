package io.tierlens.cli.gate;

import java.util.List;

/**
 * What a gate says, a line for each condition and run.
 *
 * @param held conditions that hold, with their figures
 * @param unjudged conditions that could not be judged anywhere, with the reason
 * @param leftOut windows in which conditions could not be judged that hold in none of the others
 */
public record GateResult(List<String> held, List<String> unjudged, List<String> leftOut) {

  /** Copies the lists. */
  public GateResult {
    held = List.copyOf(held);
    unjudged = List.copyOf(unjudged);
    leftOut = List.copyOf(leftOut);
  }
}
