package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * The hypotheses that are followed: for each the tips of all requests under way, and its scores.
 */
final class Beam {
  private int size;
  private int[][] tips;
  private int[][] spare;
  private final double[] score;
  private final double[] forward;
  private final double[] closing;
  private final double[] rest;
  private final long[] key;
  private final int[] node;
  private final int[] nextNode;

  Beam(int width) {
    tips = new int[width][16];
    spare = new int[width][16];
    score = new double[width];
    forward = new double[width];
    closing = new double[width];
    rest = new double[width];
    key = new long[width];
    node = new int[width];
    nextNode = new int[width];
  }

  /** One hypothesis, no request. */
  void restart(int ofNode) {
    size = 1;
    score[0] = 0;
    forward[0] = 0;
    closing[0] = 0;
    rest[0] = 0;
    key[0] = 0;
    node[0] = ofNode;
  }

  int size() {
    return size;
  }

  int tip(int h, int slot) {
    return tips[h][slot];
  }

  /** Logarithm of the likeliest way here. */
  double score(int h) {
    return score[h];
  }

  /** Logarithm of all ways here together. */
  double forward(int h) {
    return forward[h];
  }

  /** What the ends of requests since the last query add to both. */
  double closing(int h) {
    return closing[h];
  }

  /** How likely it is, as a logarithm, that the requests under way end when they do. */
  double rest(int h) {
    return rest[h];
  }

  /** Tells hypotheses with different tips apart. */
  long key(int h) {
    return key[h];
  }

  /** Its node in the lattice. */
  int node(int h) {
    return node[h];
  }

  /** A request comes in. */
  void open(int slot, int tip, double logRest) {
    if (slot == tips[0].length) {
      for (int h = 0; h < tips.length; h++) {
        tips[h] = Arrays.copyOf(tips[h], 2 * slot);
        spare[h] = new int[2 * slot];
      }
    }
    for (int h = 0; h < size; h++) {
      tips[h][slot] = tip;
      key[h] ^= mix(tip);
      rest[h] += logRest;
    }
  }

  /** A request goes; the last slot takes its place. */
  void close(int h, int slot, int lastSlot, double logEnd, double logRest) {
    closing[h] += logEnd;
    rest[h] -= logRest;
    key[h] ^= mix(tips[h][slot]);
    tips[h][slot] = tips[h][lastSlot];
  }

  /** Goes on with what the layer selected, and notes the steps to it. */
  void advance(Layer layer, Lattice lattice, int slots) {
    for (int n = 0; n < layer.selected(); n++) {
      int found = layer.selected(n);
      for (int way = layer.firstWay(found); way >= 0; way = layer.nextWay(way)) {
        lattice.step(node[layer.wayFrom(way)], layer.wayOver(way), layer.wayWeight(way));
      }
      nextNode[n] = lattice.node(layer.forward(found));
      System.arraycopy(tips[layer.parent(found)], 0, spare[n], 0, slots);
      if (layer.slot(found) >= 0) {
        spare[n][layer.slot(found)] = layer.tip(found);
      }
    }
    lattice.endLayer();
    int[][] swap = tips;
    tips = spare;
    spare = swap;
    size = layer.selected();
    for (int n = 0; n < size; n++) {
      int found = layer.selected(n);
      node[n] = nextNode[n];
      score[n] = layer.score(found);
      forward[n] = layer.forward(found);
      rest[n] = layer.rest(found);
      key[n] = layer.key(found);
      closing[n] = 0;
    }
  }

  /** Spreads a tip's number over 64 bits; the key of a hypothesis is the sum of them all. */
  static long mix(int tip) {
    long mixed = (tip + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    return (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
  }
}
