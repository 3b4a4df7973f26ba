package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.LoggedRequestIds;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties queries to requests by the id that both logs hold. A request that is not in the access log,
 * such as one that was still running when it was copied, takes nothing away: its queries are of no
 * logged request, and known to be.
 */
final class RequestIds {
  /**
   * Share of the queries during the requests that must carry an id. Start-up and cron jobs carry
   * none. Too low: what runs without an id is missing from its request, and nobody says so.
   */
  static final double QUERIES_WITH_IDS = 0.98;

  private RequestIds() {}

  /** The ties, or null where ids do not tell enough. */
  static QueryTies ties(List<TiedRequest> requests, List<Query> queries) {
    Map<String, Integer> requestOfId = LoggedRequestIds.requestOfId(requests);
    if (requestOfId.isEmpty()) {
      return null;
    }
    long from = requests.stream().mapToLong(TiedRequest::earliestStartUs).min().orElse(0);
    long to = requests.stream().mapToLong(TiedRequest::latestEndUs).max().orElse(0);
    Map<String, List<Integer>> queriesOfId = new LinkedHashMap<>();
    List<Integer> withoutId = new ArrayList<>();
    long known = 0;
    long during = 0;
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      if (query.startUs() == null) {
        continue;
      }
      boolean isKnown = query.requestId() != null && requestOfId.containsKey(query.requestId());
      known += isKnown ? 1 : 0;
      boolean inside =
          query.startUs() + query.slackUs() >= from && query.startUs() + query.queryTimeUs() <= to;
      during += inside || isKnown ? 1 : 0;
      if (query.requestId() == null) {
        withoutId.add(i);
      } else {
        queriesOfId.computeIfAbsent(query.requestId(), id -> new ArrayList<>()).add(i);
      }
    }
    if (known == 0 || known < QUERIES_WITH_IDS * during) {
      return null;
    }
    List<QueryGroup> groups = new ArrayList<>();
    List<Integer> tied = new ArrayList<>();
    queriesOfId.forEach(
        (id, indexes) -> {
          int[] own = indexes.stream().mapToInt(Integer::intValue).toArray();
          groups.add(QueryGroup.ofRequest(queries, own));
          tied.add(requestOfId.getOrDefault(id, -1));
        });
    for (int index : withoutId) {
      groups.add(QueryGroup.of(queries, new int[] {index}));
      tied.add(-1);
    }
    int[] requestOfGroup = tied.stream().mapToInt(Integer::intValue).toArray();
    Candidates exact = Candidates.known(requestOfGroup);
    return new QueryTies(
        Level.L0,
        queries,
        requests,
        groups,
        exact,
        exact.whole(requestOfGroup),
        Expectation.CERTAIN);
  }
}
