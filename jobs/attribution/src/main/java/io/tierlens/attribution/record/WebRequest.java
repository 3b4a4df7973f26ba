package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * One line of the access log.
 *
 * @param key the row's request_key
 * @param host machine of the log
 * @param startUs logged start
 * @param slackUs how much later than {@code startUs} the true start may be
 * @param durationUs time to serve the request; lines without one are not given here
 * @param endpoint method and path with the variable parts folded; null when the line has none
 * @param path path as logged; what follows a question mark is not looked at; null when there is
 *     none
 * @param status final status, or null
 * @param order place among the lines of the host's access logs: line number, or any number that
 *     rises through all of them; logs are written at completion. All alike where it is not known
 * @param session session of the application, or null where the log has none
 * @param requestId id that other logs may repeat, or null
 */
public record WebRequest(
    long key,
    String host,
    long startUs,
    long slackUs,
    long durationUs,
    String endpoint,
    String path,
    Integer status,
    long order,
    String session,
    String requestId) {

  public WebRequest {
    requireNonNull(host, "host is null");
    slackUs = Math.max(0, slackUs);
    durationUs = Math.max(0, durationUs);
  }

  /** A request of a log that holds neither session nor id. */
  public WebRequest(
      long key,
      String host,
      long startUs,
      long slackUs,
      long durationUs,
      String endpoint,
      String path,
      Integer status,
      long order) {
    this(key, host, startUs, slackUs, durationUs, endpoint, path, status, order, null, null);
  }

  /** Middle of the possible starts. */
  public long middleStartUs() {
    return startUs + slackUs / 2;
  }
}
