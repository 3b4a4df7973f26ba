package io.tierlens.attribution;

import static java.util.Objects.requireNonNull;

/**
 * A request that reaches the application.
 *
 * @param event the application's event of it, or null where none is tied
 */
public record TiedRequest(WebRequest web, AppEvent event) {

  public TiedRequest {
    requireNonNull(web, "web is null");
  }

  boolean hasAppDuration() {
    return event != null && event.hasDuration();
  }

  /** Earliest start: a request ends no earlier than its page in the application does. */
  long earliestStartUs() {
    if (!tightens()) {
      return web.startUs();
    }
    return Math.max(web.startUs(), event.earliestEndUs() - web.durationUs());
  }

  /** Latest start: a request starts no later than its page in the application does. */
  long latestStartUs() {
    long latest = web.startUs() + web.slackUs();
    return tightens() ? Math.min(latest, event.latestStartUs()) : latest;
  }

  private boolean tightens() {
    return event != null
        && event.host().equals(web.host())
        && event.earliestEndUs() - web.durationUs() <= web.startUs() + web.slackUs()
        && event.latestStartUs() >= web.startUs()
        && event.earliestEndUs() - web.durationUs() <= event.latestStartUs();
  }

  /** Instant that orders requests as they reach the application, as well as the logs tell it. */
  long arrivalUs() {
    return event == null ? web.middleStartUs() : event.startUs() + event.slackUs() / 2;
  }
}
