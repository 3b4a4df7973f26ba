package io.tierlens.attribution.webapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ids that requests carry in the access log. */
public final class LoggedRequestIds {
  private LoggedRequestIds() {}

  /** Ids that one request has; one that several have, as a retry's may be, tells nothing. */
  public static Map<String, Integer> requestOfId(List<TiedRequest> requests) {
    Map<String, Integer> requestOfId = new LinkedHashMap<>();
    boolean[] twice = new boolean[requests.size()];
    for (int r = 0; r < requests.size(); r++) {
      String id = requests.get(r).web().requestId();
      Integer other = id == null ? null : requestOfId.putIfAbsent(id, r);
      if (other != null) {
        twice[other] = true;
      }
    }
    requestOfId.values().removeIf(request -> twice[request]);
    return requestOfId;
  }
}
