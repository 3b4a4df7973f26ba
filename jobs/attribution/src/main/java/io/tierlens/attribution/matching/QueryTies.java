package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which queries belong to which requests, as well as the logs tell.
 *
 * <p>Groups (see {@link QueryGroup}) go to requests: at levels L0 and L1c each to the one in {@code
 * tied}, at L5 to all its candidates alike.
 */
public final class QueryTies {
  private final Level level;
  private final List<Query> queries;
  private final List<TiedRequest> requests;
  private final List<QueryGroup> groups;
  private final Candidates candidates;
  private final int[] tied;
  private final TieConfidence confidence;
  private final Double shareOfConnectionsThatFit;

  QueryTies(
      Level level,
      List<Query> queries,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      int[] tied,
      Double shareOfConnectionsThatFit,
      TieConfidence confidence) {
    this.level = level;
    this.queries = queries;
    this.requests = requests;
    this.groups = groups;
    this.candidates = candidates;
    this.tied = tied;
    this.confidence = confidence;
    this.shareOfConnectionsThatFit = shareOfConnectionsThatFit;
  }

  /** How the queries were tied. */
  public Level level() {
    return level;
  }

  /** Share of the connections that fit into some request; null where the log has none. */
  public Double shareOfConnectionsThatFit() {
    return shareOfConnectionsThatFit;
  }

  /**
   * Share of the tied connections that is expected at the right request; null but at L0 and L1c.
   */
  public Double expectedShareRight() {
    return confidence == null ? null : Double.valueOf(confidence.shareRight());
  }

  /** Expected relative error of an endpoint's time in the database; null but at L0 and L1c. */
  public Double expectedEndpointError() {
    return confidence == null ? null : Double.valueOf(confidence.endpointError());
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

  /** The request of each group at levels L0 and L1c, -1 for none; all -1 at other levels. */
  public int tiedRequest(int group) {
    return tied[group];
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
    if (level.tiesWhole() && tied[group] >= 0) {
      long request = requests.get(tied[group]).web().key();
      rows.add(new QueryAssignment(queryKey, request, 1, level.label()));
    } else if (level == Level.L5 && candidates.count(group) > 0) {
      double weight = 1.0 / candidates.count(group);
      for (int place = candidates.from(group); place < candidates.to(group); place++) {
        long request = requests.get(candidates.request(place)).web().key();
        rows.add(new QueryAssignment(queryKey, request, weight, level.label()));
      }
    } else {
      rows.add(new QueryAssignment(queryKey, null, 1, Level.NONE.label()));
    }
  }
}
