package io.tierlens.attribution.webapp;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;
import java.util.List;

/**
 * The requests that reach the application, each with its event, and what is left.
 *
 * @param reaching in order of their earliest starts
 * @param others requests that do not reach the application
 * @param looseEvents events that fit no request
 */
public record WebAppTies(
    List<TiedRequest> reaching, List<WebRequest> others, List<AppEvent> looseEvents) {

  public WebAppTies {
    reaching = List.copyOf(reaching);
    others = List.copyOf(others);
    looseEvents = List.copyOf(looseEvents);
  }
}
