package io.tierlens.attribution.matching;

import io.tierlens.attribution.clock.Narrowed;
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
 * Interchange, which opens a connection for each request. L1 to L4: single queries are tied by
 * processes, kept connections, or what pages usually run (see package {@code chain}). Else L5: each
 * query is shared alike by the requests that it can belong to.
 */
public final class QueryJoin {
  /**
   * Share of connections that must fit into some request. Start-up and cron jobs keep it below 1;
   * where connections are kept from request to request far more than these do not fit.
   */
  public static final double CONNECTIONS_THAT_FIT = 0.9;

  /** A server that starts again gives its connection ids again. */
  private static final double MOST_GROUPS_OF_A_CONNECTION = 1.5;

  private static final int ROUNDS = 3;

  private QueryJoin() {}

  /** Ties the queries of a run whose slow log holds all of them. */
  public static QueryTies join(List<TiedRequest> requests, List<Query> queries) {
    return join(requests, queries, JoinOptions.ALL_LOGGED);
  }

  /**
   * Ties the queries of one run, and tries out how well.
   *
   * @param given with their times as logged; what the order of the log says of them is found here
   */
  public static QueryTies join(List<TiedRequest> requests, List<Query> given, JoinOptions options) {
    if (given.isEmpty()) {
      return alike(Level.NONE, requests, given);
    }
    QueryTies exact = RequestIds.ties(requests, given);
    if (exact != null) {
      return exact;
    }
    Narrowed<Query> narrowed = Narrowed.queries(given);
    List<Query> queries = narrowed.records();
    List<QueryGroup> connections = connections(requests, queries);
    Double share = connections == null ? null : shareThatFits(connections, requests);
    boolean oneRequestEach =
        share != null && share >= CONNECTIONS_THAT_FIT && oncePerConnection(connections);
    Level level = oneRequestEach ? Level.L1C : singleQueries(requests, queries, options);
    QueryTies ties = at(level, requests, queries, options);
    Expectation expectation = ties.expectation();
    if (level.tells()) {
      Expectation test =
          SelfTest.of(
              requests,
              given,
              ties,
              (again, planted) -> at(level, again, Narrowed.queries(planted).records(), options));
      expectation = expectation == null ? test : expectation.and(test);
    }
    return ties.with(share, narrowed, expectation);
  }

  private static Level singleQueries(
      List<TiedRequest> requests, List<Query> queries, JoinOptions options) {
    double candidates = Candidates.of(QueryGroups.single(queries), requests).mean();
    return ChainTies.level(ChainProblem.of(requests, queries), candidates, options);
  }

  private static QueryTies at(
      Level level, List<TiedRequest> requests, List<Query> queries, JoinOptions options) {
    return switch (level) {
      case L1C -> tieConnections(requests, queries, connections(requests, queries));
      case L1, L2, L3, L4 ->
          ChainTies.of(
              level, ChainProblem.of(requests, queries), requests, queries, options.start());
      default -> alike(level, requests, queries);
    };
  }

  /**
   * Whether connections do not come back after a pause, as kept ones do whose few slow statements
   * all fit into some request.
   */
  private static boolean oncePerConnection(List<QueryGroup> groups) {
    long connections = groups.stream().map(QueryGroup::threadId).distinct().count();
    return groups.size() <= MOST_GROUPS_OF_A_CONNECTION * connections;
  }

  /** Null where a query tells no connection. */
  private static List<QueryGroup> connections(List<TiedRequest> requests, List<Query> queries) {
    long longest = requests.stream().mapToLong(r -> r.web().durationUs()).max().orElse(0);
    return QueryGroups.byConnection(queries, longest);
  }

  private static QueryTies tieConnections(
      List<TiedRequest> given, List<Query> queries, List<QueryGroup> groups) {
    List<TiedRequest> requests = new ArrayList<>(given);
    EndOrder ends = new EndOrder(queries, requests, groups);
    int[] tied = new int[groups.size()];
    Arrays.fill(tied, -1);
    Candidates candidates = Candidates.of(groups, requests);
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
    return new QueryTies(
        Level.L1C,
        queries,
        requests,
        groups,
        candidates,
        candidates.whole(tied),
        new TieOdds(matcher, swaps, requests, groups, candidates, tied));
  }

  /** Of the connections during the requests, the share that fits into one of them. */
  private static double shareThatFits(List<QueryGroup> groups, List<TiedRequest> requests) {
    Candidates candidates = Candidates.of(groups, requests);
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

  /** Every query by itself, at each of its candidates alike. */
  private static QueryTies alike(Level level, List<TiedRequest> requests, List<Query> queries) {
    List<QueryGroup> groups = QueryGroups.single(queries);
    Candidates candidates = Candidates.of(groups, requests);
    return new QueryTies(level, queries, requests, groups, candidates, candidates.alike());
  }
}
