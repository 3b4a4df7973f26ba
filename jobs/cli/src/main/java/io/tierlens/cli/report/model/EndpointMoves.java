package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The endpoints of one candidate that moved most.
 *
 * @param candidate name of the candidate
 * @param window the window that they are taken from, null for the whole runs
 * @param moves by contribution, the largest first
 * @param remarks what was left out and why, and what would bring it
 */
public record EndpointMoves(
    String candidate, String window, List<EndpointMove> moves, List<String> remarks) {

  /** Copies the lists. */
  public EndpointMoves {
    requireNonNull(candidate, "candidate");
    moves = List.copyOf(moves);
    remarks = List.copyOf(remarks);
  }

  /** Returns the name of the scope for people. */
  public String scope() {
    return window == null ? "the whole run" : window;
  }
}
