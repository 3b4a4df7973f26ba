package io.tierlens.attribution.matching;

import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts requests into pages: by endpoint, and by path where it is asked for often enough to know it
 * by itself.
 */
final class PageClasses {
  /** A path needs this many requests to be known by itself. */
  private static final int REQUESTS_OF_PATH = 6;

  /** Bounds the memory of profiles. */
  private static final int PATHS = 1000;

  private final int[] endpointOf;
  private final int[] pathOf;
  private final int endpoints;
  private final int paths;

  PageClasses(List<TiedRequest> requests) {
    endpointOf = new int[requests.size()];
    pathOf = new int[requests.size()];
    Map<String, Integer> uses = new HashMap<>();
    for (TiedRequest request : requests) {
      uses.merge(String.valueOf(request.web().path()), 1, Integer::sum);
    }
    List<String> often = new ArrayList<>(uses.keySet());
    often.removeIf(path -> uses.get(path) < REQUESTS_OF_PATH);
    often.sort(
        (a, b) -> {
          int more = Integer.compare(uses.get(b), uses.get(a));
          return more != 0 ? more : a.compareTo(b);
        });
    Map<String, Integer> pathIds = new HashMap<>();
    for (String path : often.subList(0, Math.min(PATHS, often.size()))) {
      pathIds.put(path, pathIds.size());
    }
    Map<String, Integer> endpointIds = new HashMap<>();
    for (int r = 0; r < endpointOf.length; r++) {
      WebRequest web = requests.get(r).web();
      String endpoint = String.valueOf(web.endpoint());
      endpointOf[r] = endpointIds.computeIfAbsent(endpoint, e -> endpointIds.size());
      pathOf[r] = pathIds.getOrDefault(String.valueOf(web.path()), -1);
    }
    endpoints = endpointIds.size();
    paths = pathIds.size();
  }

  int endpoints() {
    return endpoints;
  }

  int paths() {
    return paths;
  }

  int requests() {
    return endpointOf.length;
  }

  int endpoint(int request) {
    return endpointOf[request];
  }

  /** The path's own number, or -1 for one that is seldom asked for. */
  int path(int request) {
    return pathOf[request];
  }
}
