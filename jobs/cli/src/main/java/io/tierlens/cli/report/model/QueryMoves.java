package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The classes of statements of one candidate whose time per request moved most.
 *
 * @param candidate name of the candidate
 * @param window the window that they are taken from, null for the whole runs
 * @param moves the largest first, whatever their sign
 * @param remarks what was left out and why
 */
public record QueryMoves(
    String candidate, String window, List<QueryMove> moves, List<String> remarks) {

  /**
   * How one class moved. Times are microseconds. A side is null where its log holds none of it.
   *
   * @param fingerprintId as in table query
   * @param fingerprint the statement without its literals
   * @param baselinePerRequest statements for each request to the application
   * @param candidatePerRequest likewise
   * @param baselineMeanUs mean time of a statement
   * @param candidateMeanUs likewise
   * @param baselineUs time for each request
   * @param candidateUs likewise
   * @param deltaUs candidateUs less baselineUs, a missing side counted as 0
   */
  public record QueryMove(
      String fingerprintId,
      String fingerprint,
      Double baselinePerRequest,
      Double candidatePerRequest,
      Double baselineMeanUs,
      Double candidateMeanUs,
      Double baselineUs,
      Double candidateUs,
      double deltaUs) {

    /** Refuses a missing class. */
    public QueryMove {
      requireNonNull(fingerprintId, "fingerprintId");
      requireNonNull(fingerprint, "fingerprint");
    }
  }

  /** Copies the lists. */
  public QueryMoves {
    requireNonNull(candidate, "candidate");
    moves = List.copyOf(moves);
    remarks = List.copyOf(remarks);
  }
}
