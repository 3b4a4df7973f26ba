package io.tierlens.attribution.matching;

import io.tierlens.attribution.chain.ChainModel;
import io.tierlens.attribution.clock.Narrowed;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which queries belong to which requests, as well as the logs tell.
 *
 * <p>Groups (see {@link QueryGroup}) go to requests: each has a weight at each of its candidates;
 * the weights of a group sum to 1, or are all 0 where it is of no request.
 */
public final class QueryTies {
  /** With a smaller share of the queries at the right request, single requests are not told. */
  public static final double SHARE_OF_REQUESTS = 0.9;

  /** With a greater expected error of their time in the database, endpoints are not told. */
  public static final double ERROR_OF_ENDPOINTS = 0.02;

  private final Level level;
  private final List<Query> queries;
  private final List<TiedRequest> requests;
  private final List<QueryGroup> groups;
  private final Candidates candidates;
  private final double[] weights;
  private final Double shareOfConnectionsThatFit;
  private final Map<Rule, Map<String, Double>> contradicted;
  private final Expectation expectation;

  /** An order of the slow log that its stamps may contradict. */
  public enum Rule {
    /** Lines are in the order in which queries ended. */
    LINES_BY_END,
    /** A connection runs one query after the other. */
    ONE_AT_A_TIME
  }

  QueryTies(
      Level level,
      List<Query> queries,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      double[] weights) {
    this(level, queries, requests, groups, candidates, weights, null);
  }

  /** Ties of which is known what they are worth. */
  QueryTies(
      Level level,
      List<Query> queries,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      double[] weights,
      Expectation expectation) {
    this(level, queries, requests, groups, candidates, weights, null, Map.of(), expectation);
  }

  private QueryTies(
      Level level,
      List<Query> queries,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      double[] weights,
      Double shareOfConnectionsThatFit,
      Map<Rule, Map<String, Double>> contradicted,
      Expectation expectation) {
    this.level = level;
    this.queries = queries;
    this.requests = requests;
    this.groups = groups;
    this.candidates = candidates;
    this.weights = weights;
    this.shareOfConnectionsThatFit = shareOfConnectionsThatFit;
    this.contradicted = contradicted;
    this.expectation = expectation;
  }

  /** The same with what was found out on the way. */
  QueryTies with(Double shareThatFits, Narrowed<Query> narrowed, Expectation found) {
    return new QueryTies(
        level,
        queries,
        requests,
        groups,
        candidates,
        weights,
        shareThatFits,
        Map.of(
            Rule.LINES_BY_END,
            narrowed.ordersContradicted(),
            Rule.ONE_AT_A_TIME,
            narrowed.lanesContradicted()),
        found);
  }

  /** How the queries were tied. */
  public Level level() {
    return level;
  }

  /** Share of the connections that fit into some request; null where the log has none. */
  public Double shareOfConnectionsThatFit() {
    return shareOfConnectionsThatFit;
  }

  /** What pages were seen to do; null where nothing tells whose queries are. */
  public ChainModel learnt() {
    if (!level.tells()) {
      return null;
    }
    ChainProblem chains = ChainProblem.of(requests, queries);
    int[] requestOf = new int[queries.size()];
    Arrays.fill(requestOf, -1);
    for (int g = 0; g < groups.size(); g++) {
      for (int query : groups.get(g).queries()) {
        requestOf[query] = tiedRequest(g);
      }
    }
    return ChainModel.of(chains.problem(), chains.matching(requestOf));
  }

  /** What the tying itself knows of its worth, or null. */
  Expectation expectation() {
    return expectation;
  }

  /** Hosts whose slow log contradicts a rule so often that it was not used, with the share. */
  public Map<String, Double> contradicted(Rule rule) {
    return contradicted.getOrDefault(rule, Map.of());
  }

  /** What the ties are expected to be worth in all; null where nothing is known of it. */
  public TieConfidence expected() {
    return expected(request -> true);
  }

  /** What the ties of some requests are expected to be worth; null likewise. */
  public TieConfidence expected(Predicate<TiedRequest> requests) {
    return expectedBy(request -> requests.test(request) ? "" : null).get("");
  }

  /**
   * What the ties of each slice are expected to be worth; a slice of which nothing is known is not
   * there.
   *
   * @param sliceOf name of a request's slice; null for none
   */
  public Map<String, TieConfidence> expectedBy(Function<TiedRequest, String> sliceOf) {
    return expectation == null ? Map.of() : expectation.by(requests, sliceOf);
  }

  /** Whether times of single requests in the database may be told. */
  public boolean tellsRequests() {
    TieConfidence expected = expected();
    return level.tells() && expected != null && expected.shareRight() >= SHARE_OF_REQUESTS;
  }

  /** Whether the time of endpoints in the database may be told with so large an error. */
  public boolean tellsEndpoints(Double expectedError) {
    return level.tells() && expectedError != null && expectedError <= ERROR_OF_ENDPOINTS;
  }

  List<Query> queries() {
    return queries;
  }

  /** The requests, some perhaps with another event of the same path than they were given with. */
  public List<TiedRequest> requests() {
    return requests;
  }

  public List<QueryGroup> groups() {
    return groups;
  }

  public Candidates candidates() {
    return candidates;
  }

  /** Weight of the candidate at a place of {@link #candidates}. */
  public double weight(int place) {
    return weights[place];
  }

  /** The likeliest request of each group; -1 for none. */
  public int tiedRequest(int group) {
    int likeliest = -1;
    double most = 0;
    for (int place = candidates.from(group); place < candidates.to(group); place++) {
      if (weights[place] > most) {
        most = weights[place];
        likeliest = candidates.request(place);
      }
    }
    return likeliest;
  }

  /** Rows of table query_assignment, one or more for every query. */
  public List<QueryAssignment> assignments() {
    List<QueryAssignment> rows = new ArrayList<>();
    boolean[] told = new boolean[queries.size()];
    for (int g = 0; g < groups.size(); g++) {
      for (int query : groups.get(g).queries()) {
        told[query] = true;
        add(rows, queries.get(query).key(), g);
      }
    }
    for (int i = 0; i < told.length; i++) {
      if (!told[i]) {
        rows.add(new QueryAssignment(queries.get(i).key(), null, 1, Level.NONE.label()));
      }
    }
    return rows;
  }

  private void add(List<QueryAssignment> rows, long queryKey, int group) {
    boolean none = true;
    for (int place = candidates.from(group); place < candidates.to(group); place++) {
      if (weights[place] > 0) {
        long request = requests.get(candidates.request(place)).web().key();
        rows.add(new QueryAssignment(queryKey, request, weights[place], level.label()));
        none = false;
      }
    }
    if (none) {
      rows.add(new QueryAssignment(queryKey, null, 1, Level.NONE.label()));
    }
  }
}
