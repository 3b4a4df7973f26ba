package io.tierlens.attribution.table;

import static java.util.Objects.requireNonNull;

/**
 * Something that the numbers say about the run or its logs.
 *
 * @param windowName null for the whole run
 * @param subject host, domain or log that it is about, or null
 * @param value what was found; the rule says in which unit
 * @param limit what it is held against, or null
 */
public record Remark(Rule rule, String windowName, String subject, double value, Double limit) {

  /** What a remark is about. */
  public enum Rule {
    /** CPUs busy (value) with fewer requests in the stack (limit): work outside of requests. */
    BUSY_ABOVE_CONCURRENCY,
    /** CPUs that the guest saw busy (value) beyond those it was charged for (limit). */
    GUEST_ABOVE_CHARGED,
    /** CPUs that the guest saw busy (value) well below those it was charged for (limit). */
    GUEST_BELOW_CHARGED,
    /** Mean of the application's durations (value) above that of the requests (limit), in us. */
    APP_LONGER_THAN_REQUEST,
    /** Mean time in the database (value) above that in the application (limit), in us. */
    DB_LONGER_THAN_APP,
    /** Requests that reach the application without an event of its log; limit: all of them. */
    REQUESTS_WITHOUT_EVENT,
    /** Application events (value) that fit no request; limit: all of them. */
    EVENTS_WITHOUT_REQUEST,
    /** Application events (value) without an end; limit: all of them. */
    EVENTS_WITHOUT_END,
    /** Queries (value) that fit no request; limit: all of them. */
    QUERIES_OF_NO_REQUEST,
    /** Time in us (value) of the queries that fit no request; limit: of all of them. */
    QUERY_TIME_OF_NO_REQUEST,
    /** Queries (value) that could belong to a request, but none was left; limit: all of them. */
    QUERIES_LEFT_OVER,
    /** Queries (value) without a time; limit: all of them. */
    QUERIES_WITHOUT_TIME,
    /** Share (value) of connections that fit into one request; below the limit they are not one. */
    CONNECTIONS_ARE_NOT_REQUESTS,
    /**
     * Share (value) of the queries that is expected at the right request, at the level that the
     * subject names; below the limit single requests are not told.
     */
    QUERIES_EXPECTED_RIGHT,
    /**
     * Relative error (value) that is expected of an endpoint's time in the database, at the level
     * that the subject names; above the limit endpoints are not told.
     */
    ENDPOINT_ERROR_EXPECTED,
    /** Queries shorter than this (value, us) are not in the log. */
    QUERIES_BELOW_THRESHOLD,
    /** The server logged one of so many (value) statements or sessions. */
    QUERIES_SAMPLED,
    /**
     * A host's clock is ahead of the web server's by this (value, us; below 0 it is behind), and
     * its times were corrected; the truth can be further off by the limit.
     */
    CLOCK_CORRECTED,
    /** The logs do not tell a host's clock; it is taken to be within this (value, us). */
    CLOCK_UNKNOWN,
    /**
     * Lines of a host's log (subject) are not in the order of ends: so large a share (value) is
     * not, of which the limit is let pass. The order does not narrow the stamps there.
     */
    LINES_NOT_BY_END,
    /**
     * What a process or connection did (subject) overlaps: so large a share (value) does, of which
     * the limit is let pass. That one follows the other does not narrow the stamps there.
     */
    NOT_ONE_AT_A_TIME,
    /**
     * Samples of a host's CPUs (value) that cannot be true and were left out; limit: all of them.
     */
    CPU_SAMPLES_LEFT_OUT,
    /** Requests (value) that the access log does not time; limit: all of them. */
    REQUESTS_WITHOUT_DURATION,
    /** Endpoints (value) that are told together as one, the tail; limit: all of them. */
    ENDPOINTS_IN_TAIL,
    /** No log of the application: every request (value) is taken as reaching it. */
    NO_APPLICATION_LOG
  }

  public Remark {
    requireNonNull(rule, "rule is null");
  }
}
