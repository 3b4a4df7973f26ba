package io.tierlens.attribution.chain;

import java.util.Arrays;

/** What the hypotheses can become with the next query; those with the same tips are one. */
final class Layer {
  private int found;
  private int[] parent = new int[256];
  private int[] slot = new int[256];
  private int[] tip = new int[256];
  private int[] firstWay = new int[256];
  private double[] score = new double[256];
  private double[] forward = new double[256];
  private double[] rest = new double[256];
  private double[] wait = new double[256];
  private double[] worth = new double[256];
  private long[] key = new long[256];
  private int[] table = new int[1024];

  private int ways;
  private int[] wayFrom = new int[256];
  private int[] wayOver = new int[256];
  private int[] wayNext = new int[256];
  private double[] wayWeight = new double[256];

  private int from;
  private double fromScore;
  private double fromForward;

  private int selected;
  private int[] selection = new int[64];

  void clear() {
    found = 0;
    ways = 0;
    Arrays.fill(table, -1);
  }

  /** Says what the next ones come from. */
  void from(int hypothesis, double logScore, double logForward) {
    from = hypothesis;
    fromScore = logScore;
    fromForward = logForward;
  }

  /**
   * Adds what becomes of it.
   *
   * @param ofSlot the request that runs the query, or -1 for none
   * @param before its tip before, or -1
   * @param after its tip then, or -1
   * @param weight logarithm of the step's density
   * @param logRest of the requests' rests, which only depend on the tips
   * @param logWait of the requests' waiting, likewise
   */
  void add(
      long ofKey,
      int ofSlot,
      int before,
      int after,
      double weight,
      double logRest,
      double logWait) {
    int place = place(ofKey);
    int known = table[place];
    int way = way(before, weight, known < 0 ? -1 : firstWay[known]);
    if (known >= 0) {
      firstWay[known] = way;
      forward[known] = Lattice.logAdd(forward[known], fromForward + weight);
      if (fromScore + weight > score[known]) {
        score[known] = fromScore + weight;
        parent[known] = from;
        slot[known] = ofSlot;
        tip[known] = after;
      }
      return;
    }
    if (found == parent.length) {
      grow();
      place = place(ofKey);
    }
    table[place] = found;
    firstWay[found] = way;
    parent[found] = from;
    slot[found] = ofSlot;
    tip[found] = after;
    score[found] = fromScore + weight;
    forward[found] = fromForward + weight;
    rest[found] = logRest;
    wait[found] = logWait;
    key[found++] = ofKey;
  }

  private int way(int before, double weight, int next) {
    if (ways == wayFrom.length) {
      wayFrom = Arrays.copyOf(wayFrom, 2 * ways);
      wayOver = Arrays.copyOf(wayOver, 2 * ways);
      wayNext = Arrays.copyOf(wayNext, 2 * ways);
      wayWeight = Arrays.copyOf(wayWeight, 2 * ways);
    }
    wayFrom[ways] = from;
    wayOver[ways] = before;
    wayNext[ways] = next;
    wayWeight[ways] = weight;
    return ways++;
  }

  private int place(long ofKey) {
    int place = (int) (ofKey >>> 17) & (table.length - 1);
    while (table[place] >= 0 && key[table[place]] != ofKey) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private void grow() {
    int size = 2 * found;
    parent = Arrays.copyOf(parent, size);
    slot = Arrays.copyOf(slot, size);
    tip = Arrays.copyOf(tip, size);
    firstWay = Arrays.copyOf(firstWay, size);
    score = Arrays.copyOf(score, size);
    forward = Arrays.copyOf(forward, size);
    rest = Arrays.copyOf(rest, size);
    wait = Arrays.copyOf(wait, size);
    worth = new double[size];
    key = Arrays.copyOf(key, size);
    table = new int[4 * size];
    Arrays.fill(table, -1);
    for (int f = 0; f < found; f++) {
      table[place(key[f])] = f;
    }
  }

  /** Selects the best so many within the margin, in the order in which they were added. */
  void select(int width, double margin) {
    double best = Double.NEGATIVE_INFINITY;
    for (int f = 0; f < found; f++) {
      best = Math.max(best, promise(f));
    }
    double limit = best - margin;
    int within = 0;
    for (int f = 0; f < found; f++) {
      if (promise(f) >= limit) {
        worth[within++] = promise(f);
      }
    }
    if (within > width) {
      Arrays.sort(worth, 0, within);
      limit = worth[within - width];
    }
    if (selection.length < width) {
      selection = new int[width];
    }
    selected = 0;
    for (int f = 0; f < found && selected < width; f++) {
      if (promise(f) >= limit) {
        selection[selected++] = f;
      }
    }
  }

  private double promise(int f) {
    return score[f] + rest[f] + wait[f];
  }

  int selected() {
    return selected;
  }

  int selected(int n) {
    return selection[n];
  }

  int parent(int f) {
    return parent[f];
  }

  int slot(int f) {
    return slot[f];
  }

  int tip(int f) {
    return tip[f];
  }

  double score(int f) {
    return score[f];
  }

  double forward(int f) {
    return forward[f];
  }

  double rest(int f) {
    return rest[f];
  }

  long key(int f) {
    return key[f];
  }

  /** One of the ways that lead there. */
  int firstWay(int f) {
    return firstWay[f];
  }

  /** The next one, or -1. */
  int nextWay(int way) {
    return wayNext[way];
  }

  int wayFrom(int way) {
    return wayFrom[way];
  }

  /** The tip that it leaves behind, or -1. */
  int wayOver(int way) {
    return wayOver[way];
  }

  double wayWeight(int way) {
    return wayWeight[way];
  }
}
