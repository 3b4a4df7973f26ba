package io.tierlens.pipeline.queries;

import java.util.List;

/**
 * The requests that the statements of a class were tied to, weighted with the probability of each
 * tie. The shares of the endpoints, of the others and of none add up to 1.
 *
 * @param endpoints the first ones by time; the name is null for requests without one
 * @param otherEndpointsShare of the class's time, tied to further endpoints
 * @param noRequestShare of the class's time, tied to no request
 */
public record Tied(List<Part> endpoints, Double otherEndpointsShare, Double noRequestShare) {

  /** Copies the list. */
  public Tied {
    endpoints = List.copyOf(endpoints);
  }
}
