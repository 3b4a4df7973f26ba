package io.tierlens.attribution.matching;

import io.tierlens.attribution.webapp.TiedRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What a run's ties are expected to be worth, found out without knowing the truth. */
interface Expectation {

  /** Of ties that are not guessed. */
  Expectation CERTAIN =
      (requests, sliceOf) -> {
        Map<String, TieConfidence> certain = new HashMap<>();
        for (TiedRequest request : requests) {
          String slice = sliceOf.apply(request);
          if (slice != null) {
            certain.put(slice, new TieConfidence(1, 0, 0));
          }
        }
        return certain;
      };

  /**
   * What is expected of the requests of each slice.
   *
   * @param requests those that were tied
   * @param sliceOf name of a request's slice; null for none
   * @return by slice; those whose requests have no queries are not there
   */
  Map<String, TieConfidence> by(
      Iterable<TiedRequest> requests, Function<TiedRequest, String> sliceOf);

  /** The mean of two, of which one is mostly too sure and the other mostly not sure enough. */
  default Expectation and(Expectation other) {
    return (requests, sliceOf) -> {
      Map<String, TieConfidence> own = by(requests, sliceOf);
      Map<String, TieConfidence> others = other.by(requests, sliceOf);
      TreeSet<String> slices = new TreeSet<>(own.keySet());
      slices.addAll(others.keySet());
      Map<String, TieConfidence> means = new HashMap<>();
      for (String slice : slices) {
        means.put(slice, TieConfidence.mean(own.get(slice), others.get(slice)));
      }
      return means;
    };
  }
}
