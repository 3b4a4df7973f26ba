package io.tierlens.formats.mysql;

import java.util.Optional;

/**
 * Learns from the order of the entries what their whole-second stamps mean.
 *
 * <p>Servers write an entry when its statement is over, so the log is in the order of ends. Stamps
 * that are ends never step back; stamps that are starts do, by up to the statement's time, but
 * stamp and query time together do not. What steps back by more than the stamps' resolution speaks
 * against the one reading or the other.
 */
final class OrderEvidence {

  /** The stamps' resolution: below it nothing is told. */
  private static final long TOLERANCE_MICROS = 1_000_000;

  /** A step of both readings by as much is another file or a clock that was set. */
  private static final long NEW_CLOCK_MICROS = 3_600_000_000L;

  /** Too low: a clock set back by a few seconds decides. Too high: short logs tell nothing. */
  private static final long CLEAR_FACTOR = 4;

  private boolean any;
  private long latestStamp;
  private long latestSum;
  private long againstEnd;
  private long againstStart;

  void add(long stamp, long queryTime) {
    long sum = stamp + queryTime;
    if (!any || sum < latestStamp - NEW_CLOCK_MICROS) {
      any = true;
      latestStamp = stamp;
      latestSum = sum;
      return;
    }
    if (stamp < latestStamp - TOLERANCE_MICROS) {
      againstEnd++;
    }
    if (sum < latestSum - TOLERANCE_MICROS) {
      againstStart++;
    }
    latestStamp = Math.max(latestStamp, stamp);
    latestSum = Math.max(latestSum, sum);
  }

  /** Entries that are out of order by more than a second if the stamps are ends. */
  long againstEnd() {
    return againstEnd;
  }

  /** Entries that are out of order by more than a second if the stamps are starts. */
  long againstStart() {
    return againstStart;
  }

  /** What the stamps mean; empty if no statement was long enough to tell. */
  Optional<TimeBasis> verdict() {
    if (againstStart > CLEAR_FACTOR * againstEnd) {
      return Optional.of(TimeBasis.END);
    }
    if (againstEnd > CLEAR_FACTOR * againstStart) {
      return Optional.of(TimeBasis.START);
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return againstEnd + " entries out of order if ends, " + againstStart + " if starts";
  }
}
