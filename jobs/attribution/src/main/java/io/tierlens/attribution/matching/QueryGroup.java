package io.tierlens.attribution.matching;

import io.tierlens.attribution.clock.Clocks;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.List;

/**
 * Queries that go to a request together: those of one connection without a pause longer than any
 * request, or a single query where connections mean nothing.
 */
public final class QueryGroup {
  private final String clock;
  private final Long threadId;
  private final String requestId;
  private final int[] queries;
  private final long startsFrom;
  private final long startsBy;
  private final long lastStartsFrom;
  private final long endsFrom;
  private final long totalUs;

  private QueryGroup(
      String clock,
      Long threadId,
      String requestId,
      int[] queries,
      long startsFrom,
      long startsBy,
      long lastStartsFrom,
      long endsFrom,
      long totalUs) {
    this.clock = clock;
    this.threadId = threadId;
    this.requestId = requestId;
    this.queries = queries;
    this.startsFrom = startsFrom;
    this.startsBy = startsBy;
    this.lastStartsFrom = lastStartsFrom;
    this.endsFrom = endsFrom;
    this.totalUs = totalUs;
  }

  /**
   * Groups queries of one request, which several connections may have run at once.
   *
   * @param queries in any order; all with a start
   */
  static QueryGroup ofRequest(List<Query> all, int[] queries) {
    Query first = all.get(queries[0]);
    long from = Long.MAX_VALUE;
    long by = Long.MAX_VALUE;
    long lastFrom = Long.MIN_VALUE;
    long end = Long.MIN_VALUE;
    long total = 0;
    Long threadId = first.threadId();
    for (int index : queries) {
      Query query = all.get(index);
      from = Math.min(from, query.startUs());
      by = Math.min(by, query.startUs() + query.slackUs());
      lastFrom = Math.max(lastFrom, query.startUs());
      end = Math.max(end, query.startUs() + query.queryTimeUs());
      total += query.queryTimeUs();
      threadId = query.threadId() == null || !query.threadId().equals(threadId) ? null : threadId;
    }
    return new QueryGroup(
        first.clock(), threadId, first.requestId(), queries, from, by, lastFrom, end, total);
  }

  /** The machine whose clock the times are of. */
  String clock() {
    return clock;
  }

  /** The connection, or null. */
  public Long threadId() {
    return threadId;
  }

  /** Places in the run's list of queries, in the order in which they ran. */
  public int[] queries() {
    return queries;
  }

  /** Earliest start of the first query. */
  long startsFrom() {
    return startsFrom;
  }

  /** Latest start of the first query. */
  long startsBy() {
    return startsBy;
  }

  /** Earliest start of the last query by its own stamp. */
  long lastStartsFrom() {
    return lastStartsFrom;
  }

  /** Earliest end of the last query. */
  long endsFrom() {
    return endsFrom;
  }

  /** Sum of the query times. */
  public long totalUs() {
    return totalUs;
  }

  /** Groups queries that ran one after the other, given in that order, all with a start. */
  static QueryGroup of(List<Query> all, int[] queries) {
    int count = queries.length;
    Query first = all.get(queries[0]);
    long from = first.startUs();
    long end = from + first.queryTimeUs();
    long total = first.queryTimeUs();
    String requestId = first.requestId();
    long firstFrom = from;
    for (int i = 1; i < count; i++) {
      Query query = all.get(queries[i]);
      // One after the other: none starts before the one before it has ended.
      from = Math.max(query.startUs(), end);
      end = from + query.queryTimeUs();
      total += query.queryTimeUs();
      requestId = requestId == null ? query.requestId() : requestId;
    }
    long by = Long.MAX_VALUE;
    for (int i = count - 1; i >= 0; i--) {
      Query query = all.get(queries[i]);
      long bound = by == Long.MAX_VALUE ? by : by - query.queryTimeUs();
      by = Math.min(query.startUs() + query.slackUs(), bound);
    }
    return new QueryGroup(
        first.clock(),
        first.threadId(),
        requestId,
        queries,
        firstFrom,
        Math.max(by, firstFrom),
        all.get(queries[count - 1]).startUs(),
        end,
        total);
  }

  /** True where the stamps allow the whole group to lie inside the request. */
  boolean fits(TiedRequest request) {
    WebRequest web = request.web();
    if (requestId != null && web.requestId() != null) {
      return requestId.equals(web.requestId());
    }
    long tolerance = Clocks.toleranceUs(clock, web.host());
    return request.earliestStartUs() <= startsBy + tolerance
        && request.latestEndUs() >= endsFrom - tolerance
        && endsFrom - startsBy <= web.durationUs();
  }
}
