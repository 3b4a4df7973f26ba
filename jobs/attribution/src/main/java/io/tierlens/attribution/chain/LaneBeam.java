package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.Comparator;

/** The likeliest ways so far, no two of which agree on what is open. */
final class LaneBeam {
  /** Ways that are less likely than the best by so much do not come back. */
  private static final double HOPELESS = 60;

  private static final Comparator<LaneState> LIKELIEST_FIRST =
      (a, b) -> {
        int order = Double.compare(b.outlook(), a.outlook());
        return order != 0 ? order : Long.compare(a.hash, b.hash);
      };

  private final int width;
  private LaneState[] states;
  private int size;
  private final LaneState[] table;

  LaneBeam(int width) {
    this.width = width;
    this.states = new LaneState[4 * width];
    int places = 64;
    while (places < 16 * width) {
      places *= 2;
    }
    this.table = new LaneState[places];
  }

  void start(LaneState state) {
    states[0] = state;
    size = 1;
  }

  int size() {
    return size;
  }

  LaneState get(int place) {
    return states[place];
  }

  /** The likeliest way. */
  LaneState best() {
    return states[0];
  }

  /** Whether a way with the score is too far behind the likeliest of the last settling. */
  boolean isHopeless(double score) {
    return score < states[0].outlook() - HOPELESS - LaneSearch.LEFT_OUT;
  }

  /** Below this none of the promised ways can stay, as there are too many better ones. */
  double limit(double[] promised) {
    // Some of them will turn out to agree.
    int room = 2 * width;
    if (promised.length <= room) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sorted = promised.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - room];
  }

  /** Adds a way; the next settling decides whether it stays. */
  void add(LaneState state) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
    }
    states[size++] = state;
  }

  /** Makes one of ways that agree, drops the hopeless ones, and orders the others. */
  void settle() {
    if (size > 1) {
      Arrays.sort(states, 0, size, LIKELIEST_FIRST);
      double limit = states[0].outlook() - HOPELESS;
      int kept = 0;
      Arrays.fill(table, null);
      for (int i = 0; i < size && kept < width && states[i].outlook() >= limit; i++) {
        LaneState state = states[i];
        int place = (int) (state.hash & (table.length - 1));
        while (table[place] != null && table[place].hash != state.hash) {
          place = (place + 1) & (table.length - 1);
        }
        if (table[place] == null) {
          table[place] = state;
          states[kept++] = state;
        } else {
          LaneState likelier = table[place];
          LaneChoice.doubt(likelier.choice, state.choice, Math.abs(likelier.score - state.score));
        }
      }
      Arrays.fill(states, kept, size, null);
      size = kept;
    }
  }
}
