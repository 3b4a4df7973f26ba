package io.tierlens.pipeline.export;

import java.time.Instant;

/**
 * What is exported and what is left out. The queries of the run are those of the last six counts.
 *
 * @param accessLines lines of the access logs, static files and all
 * @param requestsOfRun requests that reach the application
 * @param requests of these, exported
 * @param pages of the requests, with a time of the application of their own
 * @param earliest start of the requests; null without any
 * @param latest end of the requests by their stamps; null without any
 * @param queries exported with their requests
 * @param ofOtherRequests queries of requests that are not exported
 * @param ofNoRequest queries that belong to none
 * @param untold queries of a run whose level does not tell single requests
 * @param doubtful queries whose most likely request is not likely enough
 * @param untimed queries for which the log tells no time
 */
public record ExportCounts(
    long accessLines,
    long requestsOfRun,
    long requests,
    long pages,
    Instant earliest,
    Instant latest,
    long queries,
    long ofOtherRequests,
    long ofNoRequest,
    long untold,
    long doubtful,
    long untimed) {

  public long spans() {
    return requests + pages + queries;
  }
}
