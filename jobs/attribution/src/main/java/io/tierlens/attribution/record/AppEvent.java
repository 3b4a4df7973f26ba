package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * One page of the application server, from a log that times pages.
 *
 * @param key the row's event_key
 * @param host machine of the log
 * @param startUs logged start
 * @param slackUs how much later than {@code startUs} the true start may be
 * @param durationUs logged duration, or null
 * @param errorUs the true duration is within {@code durationUs} plus or minus this; null is 0
 * @param cpuUs CPU time of the page, or null
 * @param pid process of the application server, or null
 * @param session session id, or null
 * @param path request path; what follows a question mark is not looked at
 * @param complete false for a start without its end
 * @param order place of the start among the starts of the log: line number, or any rising number
 * @param requestId id that other logs may repeat, or null
 * @param clock machine whose clock the times are of: {@code host}, unless they were corrected
 */
public record AppEvent(
    long key,
    String host,
    long startUs,
    long slackUs,
    Long durationUs,
    Long errorUs,
    Long cpuUs,
    Long pid,
    String session,
    String path,
    boolean complete,
    long order,
    String requestId,
    String clock) {

  public AppEvent {
    requireNonNull(host, "host is null");
    requireNonNull(clock, "clock is null");
    slackUs = Math.max(0, slackUs);
  }

  /** An event by the clock of its own machine. */
  public AppEvent(
      long key,
      String host,
      long startUs,
      long slackUs,
      Long durationUs,
      Long errorUs,
      Long cpuUs,
      Long pid,
      String session,
      String path,
      boolean complete,
      long order,
      String requestId) {
    this(
        key,
        host,
        startUs,
        slackUs,
        durationUs,
        errorUs,
        cpuUs,
        pid,
        session,
        path,
        complete,
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
  public AppEvent onClock(String other, long aheadFromUs, long aheadByUs) {
    return placed(startUs - aheadByUs, slackUs + aheadByUs - aheadFromUs, other);
  }

  /** The same with what else is known of its start; only for events with exact durations. */
  public AppEvent startingIn(long earliestUs, long newSlackUs) {
    return placed(earliestUs, newSlackUs, clock);
  }

  private AppEvent placed(long newStartUs, long newSlackUs, String newClock) {
    return new AppEvent(
        key,
        host,
        newStartUs,
        newSlackUs,
        durationUs,
        errorUs,
        cpuUs,
        pid,
        session,
        path,
        complete,
        order,
        requestId,
        newClock);
  }

  /** An event of a log that holds no request id. */
  public AppEvent(
      long key,
      String host,
      long startUs,
      long slackUs,
      Long durationUs,
      Long errorUs,
      Long cpuUs,
      Long pid,
      String session,
      String path,
      boolean complete,
      long order) {
    this(
        key,
        host,
        startUs,
        slackUs,
        durationUs,
        errorUs,
        cpuUs,
        pid,
        session,
        path,
        complete,
        order,
        null);
  }

  public boolean hasDuration() {
    return complete && durationUs != null;
  }

  public long uncertaintyUs() {
    return errorUs == null ? 0 : Math.max(0, errorUs);
  }

  /**
   * True where start and end were each cut to the same coarse unit, so that the end too is a stamp
   * with the slack of the start.
   */
  public boolean endIsStamp() {
    return uncertaintyUs() > 0 && uncertaintyUs() >= slackUs;
  }

  public long latestStartUs() {
    return startUs + slackUs;
  }

  /** Earliest end that the stamps allow; for an event without duration its start. */
  public long earliestEndUs() {
    if (!hasDuration()) {
      return startUs;
    }
    return endIsStamp()
        ? startUs + durationUs
        : startUs + Math.max(0, durationUs - uncertaintyUs());
  }

  /** Latest end that the stamps allow; only for events with a duration. */
  public long latestEndUs() {
    return startUs + slackUs + durationUs + (endIsStamp() ? 0 : uncertaintyUs());
  }

  /** Shortest duration that the stamps allow; for an event without duration 0. */
  public long shortestUs() {
    return hasDuration() ? Math.max(0, durationUs - uncertaintyUs()) : 0;
  }
}
