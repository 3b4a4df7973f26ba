package io.tierlens.attribution.matching;

import io.tierlens.attribution.chain.BeamMatcher;
import io.tierlens.attribution.chain.ChainModel;
import io.tierlens.attribution.chain.ConnectionLanes;
import io.tierlens.attribution.chain.KeptConnections;
import io.tierlens.attribution.chain.Matching;
import io.tierlens.attribution.chain.PageModel;
import io.tierlens.attribution.chain.Problem;
import io.tierlens.attribution.chain.ProcessLanes;
import io.tierlens.attribution.chain.SoftMatcher;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.List;

/** Ties single queries, at the levels L1 to L4. */
final class ChainTies {
  /** With more requests to choose from, nothing but a key tells whose a query is. */
  static final int MOST_CANDIDATES = 8;

  private ChainTies() {}

  /** The level that the keys allow; L5 where none does. */
  static Level level(ChainProblem chains, double meanCandidates, JoinOptions options) {
    KeptConnections kept = KeptConnections.of(chains.problem());
    if (kept.byProcess()) {
      return Level.L1;
    }
    boolean many = meanCandidates > MOST_CANDIDATES;
    // With coarse stamps and many requests at once kept connections tell no more than none.
    boolean told = kept.fine() || options.start() != null || !many;
    if (options.allLogged() && kept.byConnection() && told) {
      return Level.L2;
    }
    if (many) {
      return Level.L5;
    }
    return options.allLogged() && kept.fine() ? Level.L3 : Level.L4;
  }

  static QueryTies of(
      Level level,
      ChainProblem chains,
      List<TiedRequest> requests,
      List<Query> queries,
      ChainModel start) {
    Matching matching = match(level, chains.problem(), start);
    List<QueryGroup> groups = new ArrayList<>();
    for (int q = 0; q < matching.queries(); q++) {
      groups.add(QueryGroup.of(queries, new int[] {chains.query(q)}));
    }
    Candidates candidates = Candidates.of(chains, matching);
    return new QueryTies(
        level, queries, requests, groups, candidates, candidates.weights(chains, matching));
  }

  private static Matching match(Level level, Problem problem, ChainModel start) {
    PageModel taught = start == null ? null : start.translatedTo(problem).statements();
    return switch (level) {
      case L1 -> ProcessLanes.match(problem, taught);
      case L2 -> ConnectionLanes.match(problem, taught);
      case L3 -> start == null ? BeamMatcher.match(problem) : BeamMatcher.match(problem, start);
      case L4 -> start == null ? SoftMatcher.match(problem) : SoftMatcher.match(problem, start);
      default -> throw new IllegalArgumentException("no level of single queries: " + level);
    };
  }
}
