package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * One entry of the slow query log.
 *
 * @param key the row's query_key
 * @param host machine of the log
 * @param startUs earliest instant at which the query can have started; null when the log tells none
 * @param slackUs how much later the true start may be
 * @param queryTimeUs time in the database server
 * @param threadId connection id, or null
 * @param fingerprintId id of the statement's normal form, or null
 * @param order place in the log: line number, or any rising number; logs are written at completion
 * @param requestId id of the request where the statement carries one, or null
 * @param clock machine whose clock the times are of: {@code host}, unless they were corrected
 */
public record Query(
    long key,
    String host,
    Long startUs,
    long slackUs,
    long queryTimeUs,
    Long threadId,
    String fingerprintId,
    long order,
    String requestId,
    String clock) {

  public Query {
    requireNonNull(host, "host is null");
    requireNonNull(clock, "clock is null");
    slackUs = Math.max(0, slackUs);
    queryTimeUs = Math.max(0, queryTimeUs);
  }

  /** A query by the clock of its own machine. */
  public Query(
      long key,
      String host,
      Long startUs,
      long slackUs,
      long queryTimeUs,
      Long threadId,
      String fingerprintId,
      long order,
      String requestId) {
    this(key, host, startUs, slackUs, queryTimeUs, threadId, fingerprintId, order, requestId, host);
  }

  /**
   * The same by another clock.
   *
   * @param aheadFromUs the clock of its machine is ahead of the other by at least this
   * @param aheadByUs and by at most this
   */
  public Query onClock(String other, long aheadFromUs, long aheadByUs) {
    return new Query(
        key,
        host,
        startUs == null ? null : Long.valueOf(startUs - aheadByUs),
        slackUs + aheadByUs - aheadFromUs,
        queryTimeUs,
        threadId,
        fingerprintId,
        order,
        requestId,
        other);
  }

  /** A query that carries no request id. */
  public Query(
      long key,
      String host,
      Long startUs,
      long slackUs,
      long queryTimeUs,
      Long threadId,
      String fingerprintId,
      long order) {
    this(key, host, startUs, slackUs, queryTimeUs, threadId, fingerprintId, order, null);
  }
}
