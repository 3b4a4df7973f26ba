package io.tierlens.attribution.simulation;

/**
 * What truly happened in one request. Instants are true time, which is the web server's clock.
 *
 * @param key of the request's line in the access log
 * @param eventKey of its event in the application's log; null for static files
 * @param client who asked, from 0
 * @param queries statements that it ran, logged or not
 * @param dbUs time of its statements in the database server, logged or not
 * @param loggedDbUs the same of those that are in the slow log
 * @param userUs CPU time in user mode that it needed in all tiers
 * @param systemUs likewise in the kernel
 * @param appCpuUs CPU time in both modes of the application's process
 * @param diskUs time that its statements waited for the disk
 * @param atStart requests in the stack when it came, itself included
 */
public record TrueRequest(
    long key,
    Long eventKey,
    int client,
    String page,
    long startUs,
    long endUs,
    long appStartUs,
    long appEndUs,
    int queries,
    long dbUs,
    long loggedDbUs,
    double userUs,
    double systemUs,
    double appCpuUs,
    double diskUs,
    int atStart) {

  public long durationUs() {
    return endUs - startUs;
  }

  public long appUs() {
    return appEndUs - appStartUs;
  }

  /** Time outside of the application: web server, and the wait for a worker. */
  public long webSelfUs() {
    return durationUs() - appUs();
  }

  /** Time in the application less that in the database server. */
  public long appSelfUs() {
    return appUs() - dbUs;
  }
}
