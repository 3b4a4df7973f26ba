package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.QueryTies;
import io.tierlens.attribution.record.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Means over contiguous batches of equal time. Requests of one run are not independent (its speed
 * drifts), batch means of some length nearly are: intervals are made of these.
 */
public final class Batches {

  /** A run of fewer requests has no batches. */
  static final int FEWEST_REQUESTS = 60;

  /** Batches of a run: few, as those of a short run would follow each other. */
  public static final int FEW = 4;

  /** From so many requests on there are {@link #SOME}. */
  static final int SOME_FROM_REQUESTS = 400;

  static final int SOME = 6;

  /** From so many requests on there are {@link #MANY}. */
  static final int MANY_FROM_REQUESTS = 1000;

  static final int MANY = 8;

  private Batches() {}

  /** How many batches so many requests are cut into; 0 for a run that is too short. */
  public static int count(long requests) {
    if (requests < FEWEST_REQUESTS) {
      return 0;
    }
    if (requests < SOME_FROM_REQUESTS) {
      return FEW;
    }
    return requests < MANY_FROM_REQUESTS ? SOME : MANY;
  }

  /**
   * Batch means of each tier over the requests that start in the window; empty lists where there
   * are too few of them, or none at all in some batch.
   */
  static Map<Tier, List<Double>> of(QueryTies ties, SliceSplit split, Window window) {
    Map<Tier, List<Double>> means = new EnumMap<>(Tier.class);
    long requests =
        ties.requests().stream()
            .filter(request -> window.contains(request.web().middleStartUs()))
            .count();
    int count = count(requests);
    if (count == 0) {
      return means;
    }
    double length = (double) (window.endUs() - window.startUs()) / count;
    Slices<Integer> slices =
        new Slices<>(
            ties.requests(),
            request -> {
              long start = request.web().middleStartUs();
              return window.contains(start)
                  ? Math.min(count - 1, (int) ((start - window.startUs()) / length))
                  : null;
            });
    if (slices.count() < count) {
      return means;
    }
    SliceSums sums = new SliceSums(ties, slices);
    for (int batch = 0; batch < count; batch++) {
      split
          .of(sums, slices.find(batch), null)
          .forEach(
              (tier, bounded) ->
                  means.computeIfAbsent(tier, t -> new ArrayList<>()).add(bounded.mean()));
    }
    // A tier without a figure in some batch has none to compare.
    means.values().removeIf(list -> list.contains(null) || list.size() < count);
    return means;
  }
}
