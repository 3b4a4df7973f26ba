package io.tierlens.formats.sadf;

import io.tierlens.formats.time.SadfTime;
import io.tierlens.formats.time.WallClock;
import java.util.Arrays;

/** The intervals of one section's samples, in seconds since 1970-01-01T00:00:00Z. */
final class SampleTimes {
  private static final long NONE = Long.MIN_VALUE;

  /** sadf rounds a length to whole seconds, and cuts stamps to them. */
  private static final int ROUNDING = 1;

  private final WallClock clock;
  private final long notBefore;
  private long stamp = NONE;
  private long start;
  private long end = NONE;
  private boolean backward;

  /** The item that the last sample began with. */
  private byte[] firstItem = {};

  /**
   * Times of a section without samples yet.
   *
   * @param notBefore which of two instants of the same local time the first sample can be
   */
  SampleTimes(WallClock clock, long notBefore) {
    this.clock = clock;
    this.notBefore = notBefore;
  }

  /**
   * A row that is a sample of its own.
   *
   * @param length of its interval in seconds, as the row says
   */
  void sample(SadfTime time, long length) {
    backward = false;
    long before = end;
    stamp = time.seconds();
    end = time.isInstant() ? stamp : clock.instant(stamp, floor(before));
    start = end - length;
    if (before != NONE) {
      backward = before > end;
      if (before < end && Math.abs(before - start) <= ROUNDING) {
        start = before;
      }
    }
  }

  /** A row of a sample that has one for each item; the range holds the item. */
  void row(SadfTime time, long length, byte[] text, int from, int to) {
    boolean sameTime = end != NONE && time.seconds() == stamp;
    if (sameTime && !Arrays.equals(text, from, to, firstItem, 0, firstItem.length)) {
      backward = false;
      return;
    }
    if (!sameTime) {
      firstItem = Arrays.copyOfRange(text, from, to);
    }
    sample(time, length);
  }

  private long floor(long before) {
    return before == NONE ? notBefore : before + 1;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** Whether the clock went back at the last row, which the zone does not explain. */
  boolean backward() {
    return backward;
  }
}
