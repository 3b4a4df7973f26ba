package io.tierlens.attribution.webapp;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;

/**
 * A request that reaches the application.
 *
 * @param event the application's event of it, or null where none is tied
 * @param startsFromUs earliest start by stamp and order of the log
 * @param startsByUs latest start, likewise
 */
public record TiedRequest(WebRequest web, AppEvent event, long startsFromUs, long startsByUs) {

  public TiedRequest {
    requireNonNull(web, "web is null");
  }

  /** A request of which only the stamp tells the start. */
  public TiedRequest(WebRequest web, AppEvent event) {
    this(web, event, web.startUs(), web.startUs() + web.slackUs());
  }

  public TiedRequest with(AppEvent other) {
    return new TiedRequest(web, other, startsFromUs, startsByUs);
  }

  public boolean hasAppDuration() {
    return event != null && event.hasDuration();
  }

  /** Earliest start: a request ends no earlier than its page in the application does. */
  public long earliestStartUs() {
    return tightens()
        ? Math.max(startsFromUs, event.earliestEndUs() - web.durationUs())
        : startsFromUs;
  }

  /** Latest start: a request starts no later than its page in the application does. */
  public long latestStartUs() {
    return tightens() ? Math.min(startsByUs, event.latestStartUs()) : startsByUs;
  }

  public long earliestEndUs() {
    return earliestStartUs() + web.durationUs();
  }

  public long latestEndUs() {
    return latestStartUs() + web.durationUs();
  }

  private boolean tightens() {
    if (event == null || !event.host().equals(web.host())) {
      return false;
    }
    long from = event.earliestEndUs() - web.durationUs();
    return from <= startsByUs
        && event.latestStartUs() >= startsFromUs
        && from <= event.latestStartUs();
  }

  /** Instant that orders requests as they reach the application, as well as the logs tell it. */
  public long arrivalUs() {
    return event == null
        ? startsFromUs + (startsByUs - startsFromUs) / 2
        : event.startUs() + event.slackUs() / 2;
  }
}
