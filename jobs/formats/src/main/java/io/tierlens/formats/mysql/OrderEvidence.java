package io.tierlens.formats.mysql;

import java.util.Optional;

/**
 * Learns from the order of the entries what their whole-second stamps mean.
 *
 * <p>Servers write an entry when its statement is over, so the log is in the order of ends. Stamps
 * that are ends never step back; stamps that are starts do, by up to the statement's time, but
 * stamp and query time together do not. What steps back by more than the stamps' resolution speaks
 * against the one reading or the other.
 *
 * <p>Where no statement is that long, stamps that step back by their resolution can still tell. If
 * they are starts, the statement that steps back began before the one written ahead of it and ended
 * after it, so it is the longer one. If they are ends, two writers raced, and either is as likely
 * to be the longer one.
 */
final class OrderEvidence {

  /**
   * The stamps' resolution, and how long a writer may wait between its clock and the log. Too low:
   * a race decides (0.6 ms seen). Too high: short statements tell nothing.
   */
  private static final long TOLERANCE_MICROS = 1_100_000;

  /** A step of both readings by as much is another file or a clock that was set. */
  private static final long NEW_CLOCK_MICROS = 3_600_000_000L;

  /** Too low: a clock set back by a few seconds decides. Too high: short logs tell nothing. */
  private static final long CLEAR_FACTOR = 4;

  /** Steps back of the longer statement that chance alone makes once in some hundred logs. */
  private static final long CLEAR_STEPS = 8;

  private boolean any;
  private long previousStamp;
  private long previousQueryTime;
  private long latestStamp;
  private long latestSum;
  private long againstEnd;
  private long againstStart;
  private long longerSteppedBack;
  private long shorterSteppedBack;

  void add(long stamp, long queryTime) {
    long sum = stamp + queryTime;
    if (!any || sum < latestStamp - NEW_CLOCK_MICROS) {
      any = true;
      latestStamp = stamp;
      latestSum = sum;
    } else {
      compare(stamp, queryTime, sum);
    }
    previousStamp = stamp;
    previousQueryTime = queryTime;
  }

  private void compare(long stamp, long queryTime, long sum) {
    if (stamp < latestStamp - TOLERANCE_MICROS) {
      againstEnd++;
    }
    if (sum < latestSum - TOLERANCE_MICROS) {
      againstStart++;
    }
    if (stamp < previousStamp && queryTime > previousQueryTime) {
      longerSteppedBack++;
    } else if (stamp < previousStamp) {
      shorterSteppedBack++;
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
    // Steps back by longer statements speak for starts, and outweigh a writer that waited long.
    if (againstStart > CLEAR_FACTOR * againstEnd + longerSteppedBack) {
      return Optional.of(TimeBasis.END);
    }
    if (againstEnd > CLEAR_FACTOR * againstStart) {
      return Optional.of(TimeBasis.START);
    }
    if (longerSteppedBack >= CLEAR_STEPS
        && longerSteppedBack > CLEAR_FACTOR * (shorterSteppedBack + againstStart)) {
      return Optional.of(TimeBasis.START);
    }
    return Optional.empty();
  }

  /** Whether there was any entry to tell from. */
  boolean any() {
    return any;
  }

  @Override
  public String toString() {
    return "%d entries out of order if stamps are ends, %d if starts; "
            .formatted(againstEnd, againstStart)
        + "stamps step back at %d statements longer than the one before, %d shorter"
            .formatted(longerSteppedBack, shorterSteppedBack);
  }
}
