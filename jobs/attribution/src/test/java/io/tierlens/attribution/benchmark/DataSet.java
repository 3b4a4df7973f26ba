package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.TrueRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The logs of one run, and what the attribution should find in them.
 *
 * @param requests those that reach the application, by key
 * @param requestOfQuery of the logged queries
 */
record DataSet(
    String name,
    List<WebRequest> web,
    List<AppEvent> app,
    List<Query> queries,
    long thresholdUs,
    Map<Long, TrueTiers> requests,
    Map<Long, Long> requestOfQuery) {

  /** Time of one request by tier; its queries may be logged in part. */
  record TrueTiers(String endpoint, long durationUs, long appUs, long dbUs, long loggedDbUs) {}

  static DataSet of(String name, SimulatedRun run, long thresholdUs) {
    Map<Long, String> endpoints = new HashMap<>();
    run.web().forEach(web -> endpoints.put(web.key(), web.endpoint()));
    Map<Long, TrueTiers> requests = new HashMap<>();
    for (TrueRequest request : run.truth()) {
      if (request.eventKey() != null) {
        requests.put(
            request.key(),
            new TrueTiers(
                endpoints.get(request.key()),
                request.durationUs(),
                request.appUs(),
                request.dbUs(),
                request.loggedDbUs()));
      }
    }
    return new DataSet(
        name, run.web(), run.app(), run.queries(), thresholdUs, requests, run.requestOfQuery());
  }

  RunAttribution.Builder records() {
    return RunAttribution.builder()
        .webRequests(web)
        .appEvents(app)
        .queries(queries)
        .queriesLoggedFromUs(thresholdUs);
  }
}
