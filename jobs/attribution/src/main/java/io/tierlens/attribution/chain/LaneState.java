package io.tierlens.attribution.chain;

import java.util.Arrays;

/** One way in which the connections may serve the requests up to some query. */
final class LaneState {
  /** Stands for the time since which a lane that has served nothing is idle. */
  static final long NEVER = Long.MAX_VALUE;

  final LaneBinding[] lanes;

  /** Since when lanes that serve nothing are idle. */
  final long[] idleSince;

  /** The request that an idle lane served last, while that can rule out others; else -1. */
  private final int[] served;

  /** Which of the open requests have a connection already. */
  final long[] bound;

  double score;

  /** What the requests under way are expected to add to the score. */
  double ahead;

  long hash;
  LaneChoice choice;

  LaneState(int lanes, int slots) {
    this.lanes = new LaneBinding[lanes];
    this.idleSince = new long[lanes];
    Arrays.fill(idleSince, NEVER);
    this.served = new int[lanes];
    Arrays.fill(served, -1);
    this.bound = new long[(slots + 63) / 64];
  }

  LaneState(LaneState other) {
    lanes = other.lanes.clone();
    idleSince = other.idleSince.clone();
    served = other.served.clone();
    bound = other.bound.clone();
    score = other.score;
    ahead = other.ahead;
    hash = other.hash;
    choice = other.choice;
  }

  /** The score as it is expected to be when the requests under way have ended. */
  double outlook() {
    return score + ahead;
  }

  boolean isBound(int slot) {
    return (bound[slot >> 6] >>> slot & 1) != 0;
  }

  void setBound(int slot, int request) {
    bound[slot >> 6] ^= 1L << slot;
    hash ^= mix(request, -1);
  }

  void clearBound(int slot, int request) {
    setBound(slot, request);
  }

  /** Lets the lane serve the binding's request, or none. */
  void put(int lane, LaneBinding binding) {
    LaneBinding old = lanes[lane];
    forgetServed(lane);
    if (old != null) {
      ahead -= old.ahead;
      hash ^= mix(old.request, lane + 1000 * old.firstQuery);
    }
    if (binding != null) {
      ahead += binding.ahead;
      hash ^= mix(binding.request, lane + 1000 * binding.firstQuery);
    }
    lanes[lane] = binding;
  }

  /** Ends what the lane serves. Ways that differ in it are not the same yet. */
  void end(int lane, long idle) {
    int request = lanes[lane].request;
    put(lane, null);
    idleSince[lane] = idle;
    served[lane] = request;
    hash ^= mix(request, -2 - lane);
  }

  /** Forgets what lanes served, where that rules out no request that starts then or later. */
  void forget(long startsFrom) {
    for (int lane = 0; lane < lanes.length; lane++) {
      if (served[lane] >= 0 && idleSince[lane] <= startsFrom) {
        forgetServed(lane);
      }
    }
  }

  private void forgetServed(int lane) {
    if (served[lane] >= 0) {
      hash ^= mix(served[lane], -2 - lane);
      served[lane] = -1;
    }
  }

  /** The lane that serves the request, or -1. */
  int laneOf(int request) {
    for (int lane = 0; lane < lanes.length; lane++) {
      if (lanes[lane] != null && lanes[lane].request == request) {
        return lane;
      }
    }
    return -1;
  }

  private static long mix(int request, int lane) {
    long z = (request * 0x1F123BB5L + lane + 7) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
