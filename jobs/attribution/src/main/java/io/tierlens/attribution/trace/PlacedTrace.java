package io.tierlens.attribution.trace;

import java.util.List;

/**
 * A request with its parts, each inside of what it is part of.
 *
 * @param page the application's part; null where it is not told apart from the web server's
 * @param queries in the order in which they were given
 */
public record PlacedTrace(PlacedSpan request, PlacedSpan page, List<PlacedSpan> queries) {

  public PlacedTrace {
    queries = List.copyOf(queries);
  }
}
