package io.tierlens.attribution.clock;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The clocks of a run's other machines beside that of its web server. Times of a machine whose
 * clock the logs tell are brought to the web server's, each as an interval that is as wide as the
 * offset is uncertain; those of others stay, and are taken to be within a second, see {@link
 * Clocks}.
 */
public final class ClockOffsets {
  private static final ClockOffsets UNKNOWN = new ClockOffsets(null, Map.of());

  private final String reference;
  private final Map<String, ClockOffset> offsets;

  private ClockOffsets(String reference, Map<String, ClockOffset> offsets) {
    this.reference = reference;
    this.offsets = offsets;
  }

  /**
   * Compares the clocks of other machines with that of the web server; of several web servers
   * nothing is told.
   */
  public static ClockOffsets of(
      List<WebRequest> requests, List<AppEvent> events, List<Query> queries) {
    List<String> hosts = requests.stream().map(WebRequest::host).distinct().toList();
    if (hosts.size() != 1) {
      return UNKNOWN;
    }
    String reference = hosts.get(0);
    Map<String, List<ClockOffset.Inside>> spans = new LinkedHashMap<>();
    for (AppEvent event : events) {
      if (event.hasDuration() && !event.host().equals(reference)) {
        add(spans, event.host(), event.latestStartUs(), event.earliestEndUs());
      }
    }
    for (Query query : queries) {
      if (query.startUs() != null && !query.host().equals(reference)) {
        long from = query.startUs();
        add(spans, query.host(), from + query.slackUs(), from + query.queryTimeUs());
      }
    }
    if (spans.isEmpty()) {
      return UNKNOWN;
    }
    LogOrder order = LogOrder.of(requests);
    List<ClockOffset.Around> around = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      around.add(
          new ClockOffset.Around(
              order.earliestStartUs(i), order.latestStartUs(i) + requests.get(i).durationUs()));
    }
    Map<String, ClockOffset> offsets = new HashMap<>();
    spans.forEach((host, ofHost) -> offsets.put(host, ClockOffset.of(around, ofHost)));
    return new ClockOffsets(reference, offsets);
  }

  private static void add(
      Map<String, List<ClockOffset.Inside>> spans, String host, long startsBy, long endsFrom) {
    spans
        .computeIfAbsent(host, unseen -> new ArrayList<>())
        .add(new ClockOffset.Inside(startsBy, endsFrom));
  }

  /** The machines whose clocks are not the web server's, in the order of their names. */
  public Iterable<String> others() {
    return new TreeSet<>(offsets.keySet());
  }

  /** How far a machine's clock is ahead of the web server's; null where the logs do not tell. */
  public ClockOffset offset(String host) {
    return offsets.get(host);
  }

  public List<AppEvent> correctedEvents(List<AppEvent> events) {
    return events.stream()
        .map(
            event -> {
              ClockOffset offset = offsets.get(event.host());
              return offset == null
                  ? event
                  : event.onClock(reference, offset.lowUs(), offset.highUs());
            })
        .toList();
  }

  public List<Query> correctedQueries(List<Query> queries) {
    return queries.stream()
        .map(
            query -> {
              ClockOffset offset = offsets.get(query.host());
              return offset == null
                  ? query
                  : query.onClock(reference, offset.lowUs(), offset.highUs());
            })
        .toList();
  }
}
