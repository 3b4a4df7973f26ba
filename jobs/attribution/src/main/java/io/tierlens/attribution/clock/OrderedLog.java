package io.tierlens.attribution.clock;

import java.util.List;

/**
 * One log whose lines are in the order in which things ended, narrowed by that and by what each of
 * its lanes (a process, a connection) does one after the other. A rule that the log contradicts too
 * often is not used: merged, sorted or buffered logs are in no order of ends.
 *
 * <p>Source: with whole-second stamps and exact durations the order leaves a third to a tenth of
 * the second, the more requests the less.
 */
final class OrderedLog {
  /** Servers write a line some time after the end, each process by itself. */
  private static final long LATE_LINE_US = 20_000;

  /** Share of contradictions from which on a rule does not hold in a log. */
  static final double CONTRADICTIONS = 0.005;

  /** Each rule narrows what the other one found. */
  private static final int ROUNDS = 3;

  private final SpanOrder spans;
  private final long[] from;
  private final long[] by;

  OrderedLog(long[] from, long[] by, long[] shortest, long[] longest) {
    this.spans = new SpanOrder(from, by, shortest, longest);
    this.from = from;
    this.by = by;
  }

  /** Share of the spans that contradicted a rule; above {@link #CONTRADICTIONS} it was not used. */
  record Contradictions(double byEnds, double inLanes) {}

  /**
   * Narrows in rounds.
   *
   * @param lines all spans in the order of their lines; empty where the log has no such order
   * @param lanes the spans of each lane in their order; may be empty
   */
  Contradictions narrow(int[] lines, List<int[]> lanes) {
    boolean useEnds = true;
    boolean useLanes = true;
    double ends = 0;
    double inLanes = 0;
    int inAllLanes = lanes.stream().mapToInt(lane -> lane.length).sum();
    for (int round = 0; round < ROUNDS; round++) {
      if (useEnds && lines.length > 0) {
        long[][] before = {from.clone(), by.clone()};
        double share = (double) spans.endsRise(lines, LATE_LINE_US) / lines.length;
        ends = Math.max(ends, share);
        useEnds = keepOrUndo(share, before);
      }
      if (useLanes && inAllLanes > 0) {
        long[][] before = {from.clone(), by.clone()};
        int contradictions = 0;
        for (int[] lane : lanes) {
          contradictions += spans.oneAfterTheOther(lane);
        }
        double share = (double) contradictions / inAllLanes;
        inLanes = Math.max(inLanes, share);
        useLanes = keepOrUndo(share, before);
      }
    }
    return new Contradictions(ends, inLanes);
  }

  private boolean keepOrUndo(double share, long[][] before) {
    if (share <= CONTRADICTIONS) {
      return true;
    }
    System.arraycopy(before[0], 0, from, 0, from.length);
    System.arraycopy(before[1], 0, by, 0, by.length);
    return false;
  }
}
