package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The endpoints of one candidate that moved most.
 *
 * @param candidate name of the candidate
 * @param scope name of the scope that they are taken from
 * @param moves by contribution, the largest first
 * @param remarks what was left out and why, and what would bring it
 */
public record EndpointMoves(
    String candidate, String scope, List<EndpointMove> moves, List<String> remarks) {

  /** Copies the lists. */
  public EndpointMoves {
    requireNonNull(candidate, "candidate");
    requireNonNull(scope, "scope");
    moves = List.copyOf(moves);
    remarks = List.copyOf(remarks);
  }
}
