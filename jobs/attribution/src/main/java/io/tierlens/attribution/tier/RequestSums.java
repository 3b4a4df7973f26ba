package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Candidates;
import io.tierlens.attribution.matching.QueryGroup;
import io.tierlens.attribution.matching.QueryTies;
import java.util.Arrays;

/** What the database did for each request, as far as the ties tell. */
final class RequestSums {
  private final double[] db;
  private final double[] low;
  private final double[] high;
  private final double[] queries;
  private final Long[] connection;

  RequestSums(QueryTies ties) {
    int count = ties.requests().size();
    db = new double[count];
    low = new double[count];
    high = new double[count];
    queries = new double[count];
    connection = new Long[count];
    boolean[] several = new boolean[count];
    for (int g = 0; g < ties.groups().size(); g++) {
      add(ties, g, several);
    }
    for (int r = 0; r < count; r++) {
      connection[r] = several[r] ? null : connection[r];
    }
  }

  private void add(QueryTies ties, int g, boolean[] several) {
    Candidates candidates = ties.candidates();
    QueryGroup group = ties.groups().get(g);
    double total = group.totalUs();
    for (int place = candidates.from(g); place < candidates.to(g); place++) {
      int request = candidates.request(place);
      double weight = ties.weight(place);
      db[request] += weight * total;
      queries[request] += weight * group.queries().length;
      // One group is all that a request has, so the longest bounds it.
      high[request] =
          ties.level().groupsAreRequests() ? Math.max(high[request], total) : high[request] + total;
      if (weight == 1 && candidates.count(g) == 1) {
        low[request] += total;
      }
      if (weight == 1) {
        Long own = group.threadId();
        several[request] |=
            own == null || (connection[request] != null && !connection[request].equals(own));
        connection[request] = own;
      }
    }
  }

  /** Expected time of each request in the database, in microseconds. */
  double[] db() {
    return Arrays.copyOf(db, db.length);
  }

  double dbUs(int request) {
    return db[request];
  }

  /** Time of the queries that can be of no other request. */
  double lowUs(int request) {
    return low[request];
  }

  /** Time of all queries that can be of this request at once. */
  double highUs(int request) {
    return high[request];
  }

  double queries(int request) {
    return queries[request];
  }

  /** The one connection that served the request; null where there is none, or several. */
  Long connection(int request) {
    return connection[request];
  }
}
