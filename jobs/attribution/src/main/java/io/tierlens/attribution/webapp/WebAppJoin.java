package io.tierlens.attribution.webapp;

import io.tierlens.attribution.clock.Clocks;
import io.tierlens.attribution.clock.LogOrder;
import io.tierlens.attribution.math.ContainmentIndex;
import io.tierlens.attribution.math.SparseAssignment;
import io.tierlens.attribution.math.SparseCosts;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.WebRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the requests that reach the application, and ties each to its event in the application's
 * log: one to one, same path, same session where both logs hold one, the page inside the request as
 * far as the stamps tell; of what is possible, the pairs whose ends (and starts) lie closest. Where
 * both logs hold an id of the request, it alone decides.
 *
 * <p>A request reaches the application when the application's log names its id, its path, or the
 * path of another request with the same endpoint. Without a log of the application nobody can say,
 * and every request is taken as reaching it.
 */
public final class WebAppJoin {
  /** More than any sum of squared seconds along a chain of ties: a possible tie is always made. */
  private static final double PRICE_OF_NO_REQUEST = 1e9;

  /** More than that of another event of the same request whose log holds no id. */
  private static final double PRICE_OF_NO_NAMED_REQUEST = 3 * PRICE_OF_NO_REQUEST;

  /** A queue before the application moves starts far more than ends. */
  private static final double WEIGHT_OF_STARTS = 0.3;

  private WebAppJoin() {}

  /** Ties the requests of one run to the events of its application log, which may be empty. */
  public static WebAppTies join(List<WebRequest> requests, List<AppEvent> events) {
    LogOrder order = LogOrder.of(requests);
    Set<String> paths = paths(events);
    Set<String> endpoints = endpoints(requests, paths);
    Set<String> ids = ids(events);
    List<TiedRequest> reaching = new ArrayList<>();
    List<WebRequest> others = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      WebRequest request = requests.get(i);
      if (events.isEmpty()
          || endpoints.contains(request.endpoint())
          || paths.contains(withoutQuery(request.path()))
          || ids.contains(request.requestId())) {
        reaching.add(
            new TiedRequest(request, null, order.earliestStartUs(i), order.latestStartUs(i)));
      } else {
        others.add(request);
      }
    }
    reaching.sort(
        Comparator.<TiedRequest>comparingLong(request -> request.web().startUs())
            .thenComparingLong(request -> request.web().order())
            .thenComparingLong(request -> request.web().key()));
    int[] requestOfEvent = tie(reaching, events);
    List<AppEvent> loose = new ArrayList<>();
    for (int i = 0; i < requestOfEvent.length; i++) {
      if (requestOfEvent[i] < 0) {
        loose.add(events.get(i));
      } else {
        reaching.set(requestOfEvent[i], reaching.get(requestOfEvent[i]).with(events.get(i)));
      }
    }
    return new WebAppTies(reaching, others, loose, order.contradicted());
  }

  private static Set<String> paths(List<AppEvent> events) {
    Set<String> paths = new HashSet<>();
    events.forEach(event -> paths.add(withoutQuery(event.path())));
    paths.remove(null);
    return paths;
  }

  private static Set<String> ids(List<AppEvent> events) {
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.requestId()));
    ids.remove(null);
    return ids;
  }

  private static Set<String> endpoints(List<WebRequest> requests, Set<String> paths) {
    Set<String> endpoints = new HashSet<>();
    for (WebRequest request : requests) {
      if (paths.contains(withoutQuery(request.path()))) {
        endpoints.add(request.endpoint());
      }
    }
    endpoints.remove(null);
    return endpoints;
  }

  private static int[] tie(List<TiedRequest> requests, List<AppEvent> events) {
    Map<String, List<Integer>> requestsOfPath = new HashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      requestsOfPath
          .computeIfAbsent(withoutQuery(requests.get(i).web().path()), path -> new ArrayList<>())
          .add(i);
    }
    Map<String, PathIndex> indexOfPath = new HashMap<>();
    requestsOfPath.forEach(
        (path, indexes) -> indexOfPath.put(path, new PathIndex(requests, indexes)));
    Map<String, Integer> requestOfId = LoggedRequestIds.requestOfId(requests);
    SparseCosts costs = new SparseCosts(events.size(), requests.size());
    double[] starts = expectedStarts(events);
    for (int i = 0; i < starts.length; i++) {
      AppEvent event = events.get(i);
      Integer named = requestOfId.get(event.requestId());
      PathIndex index = indexOfPath.get(withoutQuery(event.path()));
      if (named != null) {
        double cost = cost(requests.get(named), event, starts[i]);
        costs.edge(named, Math.min(cost, PRICE_OF_NO_REQUEST));
      } else if (index != null) {
        index.edges(event, starts[i], costs);
      }
      costs.endRow(named == null ? PRICE_OF_NO_REQUEST : PRICE_OF_NO_NAMED_REQUEST);
    }
    return SparseAssignment.solve(costs);
  }

  /**
   * Where in its second each event is likely to have started: events of one stamp are spread over
   * its slack in the order of the log, so that order decides where stamps are equal.
   */
  private static double[] expectedStarts(List<AppEvent> events) {
    Map<String, Map<Long, List<Integer>>> stamps = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      AppEvent event = events.get(i);
      stamps
          .computeIfAbsent(event.host(), host -> new HashMap<>())
          .computeIfAbsent(event.startUs(), stamp -> new ArrayList<>())
          .add(i);
    }
    double[] starts = new double[events.size()];
    for (Map<Long, List<Integer>> ofHost : stamps.values()) {
      for (List<Integer> same : ofHost.values()) {
        same.sort(Comparator.comparingLong(i -> events.get(i).order()));
        for (int place = 0; place < same.size(); place++) {
          AppEvent event = events.get(same.get(place));
          starts[same.get(place)] = event.startUs() + event.slackUs() * (place + 0.5) / same.size();
        }
      }
    }
    return starts;
  }

  private static String withoutQuery(String path) {
    int mark = path == null ? -1 : path.indexOf('?');
    return mark < 0 ? path : path.substring(0, mark);
  }

  /** The requests of one path, by time. */
  private static final class PathIndex {
    private final List<TiedRequest> requests;
    private final List<Integer> indexes;
    private final ContainmentIndex spans;

    PathIndex(List<TiedRequest> requests, List<Integer> indexes) {
      this.requests = requests;
      this.indexes = indexes;
      long[] starts = new long[indexes.size()];
      long[] ends = new long[indexes.size()];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = requests.get(indexes.get(i)).startsFromUs();
        ends[i] = requests.get(indexes.get(i)).latestEndUs();
      }
      spans = new ContainmentIndex(starts, ends);
    }

    void edges(AppEvent event, double start, SparseCosts costs) {
      // Tolerance between hosts is small beside any request's neighbours, so look with it always.
      long wide = Clocks.toleranceUs("", event.clock());
      spans.forEach(
          event.latestStartUs() + wide,
          event.earliestEndUs() - wide,
          found -> {
            int index = indexes.get(found);
            TiedRequest request = requests.get(index);
            if (fits(request, event)) {
              costs.edge(index, cost(request, event, start));
            }
          });
    }
  }

  /** True where the event can be the request's; what is tied to the request now does not count. */
  public static boolean fits(TiedRequest request, AppEvent event) {
    WebRequest web = request.web();
    if (web.requestId() != null && event.requestId() != null) {
      return web.requestId().equals(event.requestId());
    }
    if (web.session() != null
        && event.session() != null
        && !web.session().equals(event.session())) {
      return false;
    }
    long tolerance = Clocks.toleranceUs(web.host(), event.clock());
    return request.startsFromUs() <= event.latestStartUs() + tolerance
        && request.startsByUs() + web.durationUs() >= event.earliestEndUs() - tolerance
        && event.shortestUs() <= web.durationUs();
  }

  /** Squares of the seconds between the middles of what the stamps allow. */
  public static double cost(TiedRequest request, AppEvent event) {
    return cost(request, event, event.startUs() + event.slackUs() / 2.0);
  }

  private static double cost(TiedRequest request, AppEvent event, double expectedStart) {
    double middle = (request.startsFromUs() + request.startsByUs()) / 2.0;
    double start = (expectedStart - middle) / 1e6;
    if (!event.hasDuration()) {
      return start * start;
    }
    double eventEnd = (event.earliestEndUs() + event.latestEndUs()) / 2.0;
    double end = (middle + request.web().durationUs() - eventEnd) / 1e6;
    return end * end + WEIGHT_OF_STARTS * start * start;
  }
}
