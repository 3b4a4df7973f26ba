package io.tierlens.cli.report.facts;

/**
 * What the slow log of a run amounts to.
 *
 * @param queries entries of the slow log; 0 where it is there and holds none
 * @param ofNoRequest entries tied to no request (rows of query_assignment without a request_key),
 *     null where nothing was tied
 * @param thresholdUs statements shorter than this are not in the log: 0 where all seem to be there,
 *     null where that is not known
 * @param shortestUs smallest query time logged, which bounds the threshold from above; null without
 *     queries
 */
public record QueryTotals(long queries, Long ofNoRequest, Long thresholdUs, Long shortestUs) {

  /** A slow log without an entry: no statement reached the threshold, whatever that is. */
  public boolean empty() {
    return queries == 0;
  }
}
