package io.tierlens.cli.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Tracks for spans, so that none overlaps another of its track: each goes to the first free one.
 */
final class Lanes {
  private final List<Long> freeFrom = new ArrayList<>();

  /** The number of the lane, from 0; it is taken until the end of the span. */
  int take(long startUs, long endUs) {
    int lane = 0;
    while (lane < freeFrom.size() && freeFrom.get(lane) > startUs) {
      lane++;
    }
    if (lane == freeFrom.size()) {
      freeFrom.add(endUs);
    } else {
      freeFrom.set(lane, endUs);
    }
    return lane;
  }
}
