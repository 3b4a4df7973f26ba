package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.Query;

/**
 * Where the time of all queries of a run went.
 *
 * @param possibleUs of queries that can belong to a request; those without a time are among them
 * @param tiedUs of queries that are tied, or split over requests
 * @param outsideUs of queries that fit no request
 */
public record QueryTotals(
    double possibleUs,
    double tiedUs,
    double outsideUs,
    long queries,
    long outside,
    long leftOver,
    long withoutTime) {

  public static QueryTotals of(QueryTies ties) {
    double possible = 0;
    double tied = 0;
    double outsideUs = 0;
    long outside = 0;
    long leftOver = 0;
    long grouped = 0;
    for (int g = 0; g < ties.groups().size(); g++) {
      QueryGroup group = ties.groups().get(g);
      grouped += group.queries().length;
      if (ties.candidates().count(g) == 0) {
        outsideUs += group.totalUs();
        outside += group.queries().length;
        continue;
      }
      possible += group.totalUs();
      if (ties.tiedRequest(g) < 0) {
        leftOver += group.queries().length;
      } else {
        tied += group.totalUs();
      }
    }
    for (Query query : ties.queries()) {
      possible += query.startUs() == null ? query.queryTimeUs() : 0;
    }
    long all = ties.queries().size();
    return new QueryTotals(possible, tied, outsideUs, all, outside, leftOver, all - grouped);
  }
}
