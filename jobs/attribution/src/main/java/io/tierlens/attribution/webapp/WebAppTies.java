package io.tierlens.attribution.webapp;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;
import java.util.List;
import java.util.Map;

/**
 * The requests that reach the application, each with its event, and what is left.
 *
 * @param reaching in order of their earliest starts
 * @param others requests that do not reach the application
 * @param looseEvents events that fit no request
 * @param linesNotByEnd hosts whose access log is not in the order of ends, with the share of lines
 */
public record WebAppTies(
    List<TiedRequest> reaching,
    List<WebRequest> others,
    List<AppEvent> looseEvents,
    Map<String, Double> linesNotByEnd) {

  public WebAppTies {
    reaching = List.copyOf(reaching);
    others = List.copyOf(others);
    looseEvents = List.copyOf(looseEvents);
    linesNotByEnd = Map.copyOf(linesNotByEnd);
  }
}
