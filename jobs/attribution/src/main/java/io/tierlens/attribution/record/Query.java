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
 * @param errorUs the true time is within {@code queryTimeUs} plus or minus this
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
    long errorUs,
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
    errorUs = Math.max(0, errorUs);
  }

  /** A query by the clock of its own machine, with an exact time. */
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
    this(
        key,
        host,
        startUs,
        slackUs,
        queryTimeUs,
        0,
        threadId,
        fingerprintId,
        order,
        requestId,
        host);
  }

  /**
   * The same by another clock.
   *
   * @param aheadFromUs the clock of its machine is ahead of the other by at least this
   * @param aheadByUs and by at most this
   */
  public Query onClock(String other, long aheadFromUs, long aheadByUs) {
    return startUs == null
        ? placed(null, slackUs, other)
        : placed(startUs - aheadByUs, slackUs + aheadByUs - aheadFromUs, other);
  }

  /** The same with what else is known of its start. */
  public Query startingIn(long earliestUs, long newSlackUs) {
    return placed(earliestUs, newSlackUs, clock);
  }

  private Query placed(Long newStartUs, long newSlackUs, String newClock) {
    return new Query(
        key,
        host,
        newStartUs,
        newSlackUs,
        queryTimeUs,
        errorUs,
        threadId,
        fingerprintId,
        order,
        requestId,
        newClock);
  }

  /** The same at another place of the log, by which it is known too. */
  public Query at(long place) {
    return new Query(
        place,
        host,
        startUs,
        slackUs,
        queryTimeUs,
        errorUs,
        threadId,
        fingerprintId,
        place,
        requestId,
        clock);
  }

  /** The same statement, run by the connection of another query at another instant. */
  public Query runBy(Query other, long newStartUs, long newTimeUs) {
    return new Query(
        key,
        other.host,
        newStartUs,
        slackUs,
        newTimeUs,
        errorUs,
        other.threadId,
        fingerprintId,
        order,
        other.requestId,
        other.clock);
  }

  /** Middle of the possible starts; only for queries that have one. */
  public long middleStartUs() {
    return startUs + slackUs / 2;
  }

  /** Shortest time that the log allows. */
  public long shortestUs() {
    return Math.max(0, queryTimeUs - errorUs);
  }

  /** Longest time that the log allows. */
  public long longestUs() {
    return queryTimeUs + errorUs;
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
