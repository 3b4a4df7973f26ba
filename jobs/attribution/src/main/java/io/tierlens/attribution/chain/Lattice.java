package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * The hypotheses that a beam kept, query by query, and the steps between them: from it come the
 * likeliest way as a whole, and how likely each single step is.
 */
final class Lattice {
  private int nodes;
  private int[] stepsFrom = new int[1024];
  private double[] forward = new double[1024];
  private double[] backward = new double[1024];
  private int steps;
  private int[] from = new int[4096];
  private int[] tip = new int[4096];
  private double[] weight = new double[4096];
  private int[] bestStep = new int[1024];
  private double[] total = new double[1024];
  private int layers;
  private int[] layerEnd = new int[256];
  private int closings;
  private int[] closedNode = new int[256];
  private int[] closedTip = new int[256];

  /** Starts anew with one node. */
  int clear() {
    nodes = 0;
    steps = 0;
    layers = 0;
    closings = 0;
    node(0);
    endLayer();
    return 0;
  }

  /** Adds a step to the node that comes next. */
  void step(int fromNode, int overTip, double logWeight) {
    if (steps == from.length) {
      from = Arrays.copyOf(from, 2 * steps);
      tip = Arrays.copyOf(tip, 2 * steps);
      weight = Arrays.copyOf(weight, 2 * steps);
    }
    from[steps] = fromNode;
    tip[steps] = overTip;
    weight[steps++] = logWeight;
  }

  /** Adds the node to which the steps since the last node lead. */
  int node(double logForward) {
    if (nodes + 1 >= stepsFrom.length) {
      int size = 2 * stepsFrom.length;
      stepsFrom = Arrays.copyOf(stepsFrom, size);
      forward = Arrays.copyOf(forward, size);
      backward = Arrays.copyOf(backward, size);
      bestStep = Arrays.copyOf(bestStep, size);
      total = Arrays.copyOf(total, size);
    }
    int first = nodes == 0 ? 0 : stepsFrom[nodes];
    int best = -1;
    double most = nodes == 0 ? 0 : Double.NEGATIVE_INFINITY;
    for (int s = first; s < steps; s++) {
      double through = total[from[s]] + weight[s];
      if (best < 0 || through > most) {
        best = s;
        most = through;
      }
    }
    bestStep[nodes] = best;
    total[nodes] = most;
    forward[nodes] = logForward;
    backward[nodes] = Double.NEGATIVE_INFINITY;
    stepsFrom[nodes + 1] = steps;
    return nodes++;
  }

  /** Ends a query's nodes. */
  void endLayer() {
    if (layers == layerEnd.length) {
      layerEnd = Arrays.copyOf(layerEnd, 2 * layers);
    }
    layerEnd[layers++] = nodes;
  }

  /** Notes that in this hypothesis a request ended so. */
  void close(int node, int lastTip) {
    if (closings == closedNode.length) {
      closedNode = Arrays.copyOf(closedNode, 2 * closings);
      closedTip = Arrays.copyOf(closedTip, 2 * closings);
    }
    closedNode[closings] = node;
    closedTip[closings++] = lastTip;
  }

  /** Says what comes after the last query for a hypothesis. */
  void finish(int node, double logWeight) {
    backward[node] = logWeight;
  }

  /** Goes back from the end, giving each query's steps with their probabilities. */
  void decode(Reader reader) {
    int begin = layers == 1 ? 0 : layerEnd[layers - 2];
    int best = begin;
    double all = Double.NEGATIVE_INFINITY;
    for (int n = begin; n < nodes; n++) {
      all = logAdd(all, forward[n] + backward[n]);
      if (total[n] + backward[n] > total[best] + backward[best]) {
        best = n;
      }
    }
    for (int layer = layers - 1; layer > 0; layer--) {
      begin = layerEnd[layer - 1];
      for (int n = begin; n < layerEnd[layer]; n++) {
        for (int s = stepsFrom[n]; s < stepsFrom[n + 1]; s++) {
          double after = weight[s] + backward[n];
          backward[from[s]] = logAdd(backward[from[s]], after);
          reader.step(layer - 1, tip[s], Math.exp(forward[from[s]] + after - all));
        }
      }
      reader.chosen(layer - 1, tip[bestStep[best]]);
      best = from[bestStep[best]];
    }
    for (int i = 0; i < closings; i++) {
      int n = closedNode[i];
      reader.closed(layerOf(n) - 1, closedTip[i], Math.exp(forward[n] + backward[n] - all));
    }
  }

  private int layerOf(int node) {
    int low = 0;
    int high = layers - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (layerEnd[middle] > node) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static double logAdd(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    return low < high - 40 || high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(low - high));
  }

  /** Takes what the lattice says. */
  interface Reader {
    /** A step over a tip (or none: -1) at the so-manieth query, last query first. */
    void step(int layer, int tip, double probability);

    /** The step of the likeliest way, after all steps of the layer. */
    void chosen(int layer, int tip);

    /** A request's end after the so-manieth query (-1: before the first). */
    void closed(int layer, int tip, double probability);
  }
}
