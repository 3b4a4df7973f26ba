package io.tierlens.attribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Means over contiguous batches of equal time. Requests of one run are not independent (its speed
 * drifts), batch means of some length nearly are: intervals are made of these.
 */
final class Batches {
  static final int COUNT = 8;

  /** Fewer requests than this in a batch, on average, and the run is too short. */
  static final int REQUESTS_PER_BATCH = 20;

  private Batches() {}

  /**
   * Batch means of each tier over the requests that start in the window; empty lists where there
   * are too few of them, or none at all in some batch.
   */
  static Map<Tier, List<Double>> of(QueryTies ties, SliceSplit split, Window window) {
    Map<Tier, List<Double>> means = new EnumMap<>(Tier.class);
    double length = (double) (window.endUs() - window.startUs()) / COUNT;
    Slices<Integer> slices =
        new Slices<>(
            ties.requests(),
            request -> {
              long start = request.web().middleStartUs();
              return window.contains(start)
                  ? Math.min(COUNT - 1, (int) ((start - window.startUs()) / length))
                  : null;
            });
    SliceSums sums = new SliceSums(ties, slices);
    long requests = 0;
    for (int slice = 0; slice < slices.count(); slice++) {
      requests += sums.requests(slice);
    }
    if (slices.count() < COUNT || requests < (long) COUNT * REQUESTS_PER_BATCH) {
      return means;
    }
    for (int batch = 0; batch < COUNT; batch++) {
      split
          .of(sums, slices.find(batch))
          .forEach(
              (tier, bounded) ->
                  means.computeIfAbsent(tier, t -> new ArrayList<>()).add(bounded.mean()));
    }
    // A tier without a figure in some batch has none to compare.
    means.values().removeIf(list -> list.contains(null) || list.size() < COUNT);
    return means;
  }
}
