package io.tierlens.attribution.chain;

/**
 * That a lane's query begins a request, or is left out; its later queries go on with the same
 * request until the lane's next choice. Choices form a tree, each knows the one before it.
 */
final class LaneChoice {
  /** The query is left out; the lane goes on as it was. */
  static final int LEFT_OUT = -1;

  /** Ways that are less likely by so much need not be remembered. */
  private static final double NO_DOUBT = 12;

  final LaneChoice before;

  /** Position of the query in the order of the search. */
  final int position;

  final int request;

  /** What it had to choose from, for {@link IdleRanks}. */
  final int idle;

  /** By how much the best way that chooses otherwise is less likely. */
  private double margin = NO_DOUBT;

  /** Later positions at which other ways chose, and this one went on. */
  private Doubt doubts;

  private record Doubt(int position, double margin, Doubt next) {}

  LaneChoice(LaneChoice before, int position, int request, int idle) {
    this.before = before;
    this.position = position;
    this.request = request;
    this.idle = idle;
  }

  /**
   * Of two ways to the same state the likelier one was kept: its choices where the other chose
   * otherwise are no surer than the difference between the two.
   */
  static void doubt(LaneChoice kept, LaneChoice dropped, double difference) {
    if (difference > NO_DOUBT) {
      return;
    }
    LaneChoice a = kept;
    LaneChoice b = dropped;
    while (a != b) {
      int at = Math.max(a == null ? -1 : a.position, b == null ? -1 : b.position);
      boolean fromA = a != null && a.position == at;
      boolean fromB = b != null && b.position == at;
      if (fromA && (!fromB || a.request != b.request)) {
        a.margin = Math.min(a.margin, difference);
      }
      if (fromB && !fromA && kept != null) {
        kept.doubts = new Doubt(at, difference, kept.doubts);
      }
      a = fromA ? a.before : a;
      b = fromB ? b.before : b;
    }
  }

  double margin() {
    return margin;
  }

  /** Lowers the margins of the positions that other ways chose. */
  void spreadDoubts(double[] margins) {
    for (Doubt doubt = doubts; doubt != null; doubt = doubt.next) {
      margins[doubt.position] = Math.min(margins[doubt.position], doubt.margin);
    }
  }
}
