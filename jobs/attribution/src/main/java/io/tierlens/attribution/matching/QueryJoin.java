package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ties queries to requests at the best level that the logs carry.
 *
 * <p>L0: the statements carry the id of their request, as tracing libraries put it into a comment,
 * and the access log holds it too. No stamp is looked at.
 *
 * <p>L1c: every query has a connection id, and a connection's queries fit into one request, as with
 * Interchange, which opens a connection for each request. Else L5: each query is split over the
 * requests that it can belong to.
 */
public final class QueryJoin {
  /**
   * Share of connections that must fit into some request. Start-up and cron jobs keep it below 1;
   * where connections are kept from request to request far more than these do not fit.
   */
  public static final double CONNECTIONS_THAT_FIT = 0.9;

  private static final int ROUNDS = 3;

  private QueryJoin() {}

  /** Ties the queries of one run. */
  public static QueryTies join(List<TiedRequest> requests, List<Query> queries) {
    if (queries.isEmpty()) {
      return ties(Level.NONE, requests, queries, List.of(), null);
    }
    QueryTies exact = RequestIds.ties(requests, queries);
    if (exact != null) {
      return exact;
    }
    long longest = requests.stream().mapToLong(r -> r.web().durationUs()).max().orElse(0);
    List<QueryGroup> connections = QueryGroups.byConnection(queries, longest);
    Double share = null;
    if (connections != null) {
      Candidates candidates = Candidates.of(connections, requests);
      share = shareThatFits(connections, candidates, requests);
      if (share >= CONNECTIONS_THAT_FIT) {
        return connections(requests, queries, connections, candidates, share);
      }
    }
    return ties(Level.L5, requests, queries, QueryGroups.single(queries), share);
  }

  private static QueryTies connections(
      List<TiedRequest> given,
      List<Query> queries,
      List<QueryGroup> groups,
      Candidates possible,
      double share) {
    List<TiedRequest> requests = new ArrayList<>(given);
    EndOrder ends = new EndOrder(queries, requests, groups);
    int[] tied = new int[groups.size()];
    Arrays.fill(tied, -1);
    Candidates candidates = possible;
    GroupMatcher matcher = null;
    PageSwaps swaps = null;
    for (int round = 0; round < ROUNDS; round++) {
      matcher = new GroupMatcher(queries, requests, groups, candidates, ends, round > 0, tied);
      tied = matcher.match();
      swaps = new PageSwaps(requests, groups, ends, tied);
      // The last round's ties are the matcher's, so that none is at a request that it can't be at.
      if (round == ROUNDS - 1 || (!swaps.improve() && round > 0)) {
        break;
      }
      candidates = Candidates.of(groups, requests);
    }
    TieConfidence confidence = TieConfidence.of(matcher, swaps, requests, groups, candidates, tied);
    return new QueryTies(Level.L1C, queries, requests, groups, candidates, tied, share, confidence);
  }

  /** Of the connections during the requests, the share that fits into one of them. */
  static double shareThatFits(
      List<QueryGroup> groups, Candidates candidates, List<TiedRequest> requests) {
    long from = requests.stream().mapToLong(TiedRequest::earliestStartUs).min().orElse(0);
    long to = requests.stream().mapToLong(TiedRequest::latestEndUs).max().orElse(0);
    long during = 0;
    long fitting = 0;
    for (int g = 0; g < groups.size(); g++) {
      if (groups.get(g).endsFrom() >= from && groups.get(g).startsBy() <= to) {
        during++;
        fitting += candidates.count(g) > 0 ? 1 : 0;
      }
    }
    return during == 0 ? 0 : (double) fitting / during;
  }

  private static QueryTies ties(
      Level level,
      List<TiedRequest> requests,
      List<Query> queries,
      List<QueryGroup> groups,
      Double share) {
    int[] none = new int[groups.size()];
    Arrays.fill(none, -1);
    Candidates candidates = Candidates.of(groups, requests);
    return new QueryTies(level, queries, requests, groups, candidates, none, share, null);
  }
}
