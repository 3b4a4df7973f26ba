package io.tierlens.attribution.cpu;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.List;

/**
 * How much of the requests lies inside each of some intervals: requests, each by the share of it
 * inside, and request-seconds.
 */
final class Exposure {
  private final double[] requests;
  private final double[] activeUs;

  /** Takes intervals [{@code starts[i]}, {@code ends[i]}) in order of time, without overlap. */
  Exposure(List<TiedRequest> spans, long[] starts, long[] ends) {
    requests = new double[starts.length];
    activeUs = new double[starts.length];
    for (TiedRequest span : spans) {
      long start = span.web().middleStartUs();
      long duration = Math.max(1, span.web().durationUs());
      int found = Arrays.binarySearch(ends, start);
      // An interval that ends with the start holds nothing of the request.
      int i = found >= 0 ? found + 1 : -found - 1;
      for (; i < starts.length && starts[i] < start + duration; i++) {
        long inside = Math.min(ends[i], start + duration) - Math.max(starts[i], start);
        if (inside > 0) {
          requests[i] += (double) inside / duration;
          activeUs[i] += Math.min(inside, span.web().durationUs());
        }
      }
    }
  }

  /** Requests inside one interval. */
  static double requestsIn(List<TiedRequest> spans, long startUs, long endUs) {
    return new Exposure(spans, new long[] {startUs}, new long[] {endUs}).requests(0);
  }

  double requests(int interval) {
    return requests[interval];
  }

  double activeUs(int interval) {
    return activeUs[interval];
  }
}
